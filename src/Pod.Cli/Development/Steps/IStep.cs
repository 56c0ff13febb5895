using Pod.Cli.Development.Changes;

namespace Pod.Cli.Development.Steps;

/// <summary>One step from saved sources to a running server. A pass runs all in order and ends at the first that is not done.</summary>
internal interface IStep
{
    string Name { get; }

    /// <summary>Does what the changes ask for.</summary>
    /// <returns>Null when there was nothing to do.</returns>
    Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken);
}
