import type { Metadata } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell.tsx";
import "./globals.css";
import { Providers } from "./providers.tsx";

export const metadata: Metadata = { title: { default: "Drey", template: "%s · Drey" } };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Each page is made for its request: the nonce of the content security policy is one per request.
  await connection();
  const theme = (await cookies()).get("drey-theme")?.value;
  return (
    <html lang="en" data-theme={theme === "dark" || theme === "light" ? theme : undefined}>
      <body>
        <Providers>
          <Shell>{children}</Shell>
        </Providers>
      </body>
    </html>
  );
}
