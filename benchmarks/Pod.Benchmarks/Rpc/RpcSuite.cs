using Pod.Benchmarks.Contests;
using Pod.Benchmarks.Rpc.Contenders;
using Pod.Benchmarks.Servers;

namespace Pod.Benchmarks.Rpc;

/// <summary>A small call with an object in and an object out: a handler by hand on Kestrel is the limit, a minimal API is the peer.</summary>
internal static class RpcSuite
{
    public static async Task RunAsync(bool isQuick)
    {
        await using var kestrel = await ServerProcess.StartAsync(KestrelRpc.Name);
        await using var minimal = await ServerProcess.StartAsync(MinimalApiRpc.Name);
        await using var pod = await ServerProcess.StartAsync(PodServer.Name);
        List<RpcCaller> callers =
        [
            new("handler by hand", kestrel, "/order/price"),
            new("minimal API", minimal, "/order/price"),
            new("Pod", pod, "/order/price"),
            new("Pod, signed in", pod, "/account/price", TokenAuthenticator.Token),
        ];
        foreach (var caller in callers)
        {
            await caller.CheckAsync();
        }

        var table = new ContestTable();
        await table.RunAsync(
            new Contest("a small call", [.. callers.Select(static caller => caller.Contestant)]) { WarmUp = TimeSpan.FromSeconds(4) }, isQuick);
        table.Print();
        callers.ForEach(static caller => caller.Dispose());
    }
}
