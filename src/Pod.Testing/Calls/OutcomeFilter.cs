using Pod.Runtime;

namespace Pod.Testing.Calls;

/// <summary>Keeps what a method threw, so that it reaches the test as it is instead of as an answer.</summary>
internal sealed class OutcomeFilter : IPodFilter
{
    public async Task InvokeAsync(PodCall podCall, Func<Task> proceed)
    {
        try
        {
            await proceed().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            CallOutcome.Current?.Failed(failure);
            throw;
        }
    }
}
