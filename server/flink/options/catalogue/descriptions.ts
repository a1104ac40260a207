/**
 * What the options that people set most are for, in the console's own words: one or two short sentences each. Every
 * other option has its link to Flink's page.
 */
export const optionDescriptions: Readonly<Record<string, string>> = {
  "kubernetes.cluster-id": "The cluster's name. The Deployment, its Services and ConfigMaps are named after it.",
  "kubernetes.namespace": "Where the cluster's objects and pods are created.",
  "kubernetes.container.image.ref":
    "The image of JobManager and TaskManagers. It has to hold the Flink version chosen.",
  "kubernetes.container.image.pull-policy": "When a node asks the registry again for an image it already has.",
  "kubernetes.container.image.pull-secrets": "Secrets with the registry's credentials, separated by semicolons.",
  "kubernetes.service-account":
    "As whom the pods speak to Kubernetes. The JobManager needs to create and delete pods and ConfigMaps.",
  "kubernetes.jobmanager.service-account": "The JobManager's service account, where it differs from the TaskManagers'.",
  "kubernetes.taskmanager.service-account":
    "The TaskManagers' service account, where it differs from the JobManager's.",
  "kubernetes.rest-service.exposed.type":
    "How the REST port is reached: inside Kubernetes, by node ports, or by a load balancer.",
  "kubernetes.rest-service.annotations":
    "Annotations of the REST Service, for instance to limit a load balancer's sources.",
  "kubernetes.rest-service.labels": "Labels of the REST Service.",
  "kubernetes.internal-service.annotations": "Annotations of the Service by which TaskManagers find the JobManager.",
  "kubernetes.jobmanager.cpu.amount": "CPU that the JobManager's pod requests, in cores.",
  "kubernetes.taskmanager.cpu.amount":
    "CPU that each TaskManager's pod requests, in cores. Without it, one for each slot.",
  "kubernetes.jobmanager.cpu.limit-factor": "The JobManager's CPU limit as a multiple of what it requests.",
  "kubernetes.taskmanager.cpu.limit-factor": "A TaskManager's CPU limit as a multiple of what it requests.",
  "kubernetes.jobmanager.memory.limit-factor": "The JobManager's memory limit as a multiple of what it requests.",
  "kubernetes.taskmanager.memory.limit-factor": "A TaskManager's memory limit as a multiple of what it requests.",
  "kubernetes.jobmanager.replicas":
    "How many JobManagers run. More than one needs high availability: one leads, the others wait.",
  "kubernetes.jobmanager.node-selector":
    "Labels that a node must have to run the JobManager: key:value, separated by commas.",
  "kubernetes.taskmanager.node-selector":
    "Labels that a node must have to run TaskManagers: key:value, separated by commas.",
  "kubernetes.jobmanager.tolerations":
    "Taints of nodes that the JobManager bears: key:…,operator:…,effect:…, separated by semicolons.",
  "kubernetes.taskmanager.tolerations":
    "Taints of nodes that TaskManagers bear: key:…,operator:…,effect:…, separated by semicolons.",
  "kubernetes.jobmanager.labels": "Further labels of the JobManager's pod. Flink's own stay.",
  "kubernetes.taskmanager.labels": "Further labels of the TaskManagers' pods. Flink's own stay.",
  "kubernetes.jobmanager.annotations": "Annotations of the JobManager's pod.",
  "kubernetes.taskmanager.annotations": "Annotations of the TaskManagers' pods.",
  "kubernetes.jobmanager.owner.reference": "Objects that own the Deployment: it goes when they go.",
  "kubernetes.jobmanager.entrypoint.args": "Words put behind the JobManager's start command.",
  "kubernetes.taskmanager.entrypoint.args": "Words put behind the TaskManagers' start command.",
  "kubernetes.secrets": "Secrets mounted as files into every pod: name:/path, separated by commas.",
  "kubernetes.env.secretKeyRef":
    "Environment variables from Secrets: env:NAME,secret:NAME,key:NAME, separated by semicolons.",
  "kubernetes.pod-template-file.default": "A file with the pod from which JobManager and TaskManagers start.",
  "kubernetes.pod-template-file.jobmanager": "A file with the pod from which the JobManager starts.",
  "kubernetes.pod-template-file.taskmanager": "A file with the pod from which TaskManagers start.",
  "kubernetes.hostnetwork.enabled": "Pods use the node's network instead of one of their own.",
  "kubernetes.flink.conf.dir": "Where the configuration is mounted in the pods.",
  "kubernetes.flink.log.dir": "Where the pods write log files, besides what they say on standard output.",
  "kubernetes.hadoop.conf.config-map.name": "A ConfigMap with Hadoop's configuration, mounted into the pods.",
  "user.artifacts.base-dir": "Where fetched jars are put in the pods. Flink mounts a volume of its own there.",
  "jobmanager.memory.process.size": "All memory of the JobManager's container: heap, off-heap and what the JVM needs.",
  "jobmanager.memory.heap.size": "The JobManager's heap. Given instead of the process size, the rest is added to it.",
  "jobmanager.memory.off-heap.size": "The JobManager's memory outside of the heap.",
  "jobmanager.memory.jvm-metaspace.size": "Room for the JobManager's classes. More jobs with more libraries need more.",
  "taskmanager.memory.process.size": "All memory of a TaskManager's container. Flink divides it among its uses.",
  "taskmanager.memory.flink.size": "Memory for Flink alone, without what the JVM needs. The container gets more.",
  "taskmanager.memory.task.heap.size": "Heap for the code of jobs.",
  "taskmanager.memory.task.off-heap.size": "Memory outside of the heap for the code of jobs.",
  "taskmanager.memory.managed.size":
    "Memory that Flink manages: for RocksDB, sorting, and Python. Outside of the heap.",
  "taskmanager.memory.managed.fraction": "The share of Flink's memory that is managed, where no size is given.",
  "taskmanager.memory.network.fraction": "The share of Flink's memory for buffers between tasks.",
  "taskmanager.memory.network.min": "The least memory for buffers between tasks.",
  "taskmanager.memory.network.max": "The most memory for buffers between tasks.",
  "taskmanager.memory.jvm-metaspace.size":
    "Room for classes in a TaskManager. Too little ends it with OutOfMemoryError: Metaspace.",
  "taskmanager.memory.jvm-overhead.fraction":
    "The share of a container for what else the JVM needs: threads, code, garbage collection.",
  "taskmanager.numberOfTaskSlots":
    "How many tasks of a pipeline run side by side in one TaskManager. Slots divide its managed memory.",
  "parallelism.default": "In how many parts an operator runs, where the job does not say.",
  "slotmanager.number-of-slots.max": "The most slots that the cluster may have. More TaskManagers are not started.",
  "slotmanager.redundant-taskmanager-num": "TaskManagers kept ready beyond need, so that a failure costs less time.",
  "resourcemanager.taskmanager-timeout": "How long a TaskManager may be idle before its pod is given back.",
  "jobmanager.scheduler": "Who places tasks: Default waits for the slots asked for, Adaptive takes what is there.",
  "high-availability.type":
    "With kubernetes, jobs survive the end of the JobManager. The storage directory is needed then.",
  "high-availability.storageDir":
    "A place that all pods reach, such as s3://…, for what a new JobManager needs to go on.",
  "execution.checkpointing.interval": "How often a checkpoint starts. Without it there are none.",
  "execution.checkpointing.mode": "Whether state counts every record exactly once, or at least once.",
  "execution.checkpointing.timeout": "How long a checkpoint may take before it is given up.",
  "execution.checkpointing.min-pause": "The least time between the end of a checkpoint and the start of the next.",
  "execution.checkpointing.max-concurrent-checkpoints": "How many checkpoints may be on their way at once.",
  "execution.checkpointing.tolerable-failed-checkpoints": "How many checkpoints may fail in a row before the job does.",
  "execution.checkpointing.unaligned.enabled":
    "Checkpoints overtake waiting records: quick under back-pressure, but larger.",
  "execution.checkpointing.incremental": "A checkpoint holds only what changed. RocksDB and ForSt can.",
  "execution.checkpointing.dir": "Where checkpoints are written, such as s3://bucket/checkpoints.",
  "execution.checkpointing.savepoint-dir": "Where savepoints are written when none is named.",
  "execution.checkpointing.externalized-checkpoint-retention": "Whether checkpoints stay when a job is cancelled.",
  "execution.checkpointing.num-retained": "How many finished checkpoints are kept.",
  "execution.runtime-mode": "Whether jobs run as streams, in stages as a batch, or as their sources allow.",
  "state.backend.type": "Where state lives while a job runs: hashmap on the heap, rocksdb on the local disk.",
  "state.backend.local-recovery": "Tasks keep a copy of their state on the local disk, to restart from it.",
  "execution.state-recovery.from-local": "Tasks restart from a copy of their state on the local disk where they can.",
  "state.backend.rocksdb.memory.managed": "RocksDB stays within the managed memory.",
  "restart-strategy.type": "What happens after a failure: no restart, a fixed number, by rate, or ever slower.",
  "restart-strategy.fixed-delay.attempts": "How often a job is restarted before it fails for good.",
  "restart-strategy.fixed-delay.delay": "How long to wait before each restart.",
  "restart-strategy.exponential-delay.max-backoff": "The longest wait between two restarts.",
  "env.java.opts.all": "Options for every JVM: JobManager, TaskManagers and client.",
  "env.java.opts.jobmanager": "Options for the JobManager's JVM.",
  "env.java.opts.taskmanager": "Options for the TaskManagers' JVMs.",
  "env.log.level": "The root logger's level that Flink's start scripts hand to the logging configuration.",
  "rest.port": "The port of the REST endpoint's Service.",
  "rest.bind-port": "The port on which the JobManager's REST endpoint listens.",
  "rest.profiling.enabled": "The profiler of JobManager and TaskManagers may be used.",
  "web.cancel.enable": "Jobs may be cancelled over REST and the web interface.",
  "web.submit.enable": "Jars may be uploaded over REST and the web interface.",
  "classloader.resolve-order": "Whether classes of a job's jar or those of Flink win where both have them.",
  "heartbeat.timeout": "How long a TaskManager or JobManager may be silent before it counts as gone.",
  "heartbeat.interval": "How often JobManager and TaskManagers ask each other whether they are there.",
  "taskmanager.network.memory.buffer-debloat.enabled":
    "Buffers between tasks shrink to what a second needs: quicker checkpoints under load.",
  "pipeline.max-parallelism": "The most that a job can ever be rescaled to without losing its state.",
  "pipeline.object-reuse": "Records are handed on without copying. Only where no operator keeps or changes them.",
  "security.kerberos.login.keytab": "The keytab on the client's disk; it becomes a Secret of the cluster.",
  "security.kerberos.login.principal": "The Kerberos name that belongs to the keytab.",
  "metrics.reporters": "The reporters that are started, by name. Without it, all that are configured.",
};
