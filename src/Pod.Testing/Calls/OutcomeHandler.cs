using Pod.Runtime;

namespace Pod.Testing.Calls;

/// <summary>Keeps failures from before the filters, such as an endpoint whose constructor throws.</summary>
internal sealed class OutcomeHandler : IPodExceptionHandler
{
    public ValueTask HandleAsync(Session session, Exception exception)
    {
        if (CallOutcome.Current is { } outcome && outcome.Session == session)
        {
            outcome.Failed(exception);
        }

        return ValueTask.CompletedTask;
    }
}
