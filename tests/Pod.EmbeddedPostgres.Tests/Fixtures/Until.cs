using System.Runtime.CompilerServices;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>Bounded waits for conditions of the operating system that have no event.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Assert.True(await Polling.UntilAsync(condition, Patience, TimeProvider.System, CancellationToken.None), $"did not become true: {text}");
}
