using ChatApp.Server;

namespace Pod.Runtime.Tests;

/// <summary>Waits for the far side of a connection to notice something; bounded, and only where there is no signal to wait for.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TestHost.Patience);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
