namespace Pod.Runtime.Tests;

/// <summary>Tests that listen to everything in the process run beside no others.</summary>
[CollectionDefinition(nameof(WholeProcess), DisableParallelization = true)]
public sealed class WholeProcess;
