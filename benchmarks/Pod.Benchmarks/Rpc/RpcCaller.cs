using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Pod.Benchmarks.Contests;
using Pod.Benchmarks.Servers;

namespace Pod.Benchmarks.Rpc;

/// <summary>The callers of one contender: as many connections as run at once, each call another line.</summary>
internal sealed class RpcCaller(string name, ServerProcess server, string path, string? token = null) : IDisposable
{
    private const int Variants = 64;

    private readonly byte[][] _requests = [.. Enumerable.Range(0, Variants).Select(variant => RpcConnection.Request(path, Body(variant), token))];
    private readonly ConcurrentBag<RpcConnection> _idle = [];

    public Contestant Contestant => new(name, _ => CallAsync) { MeasureAsync = server.CostAsync };

    /// <summary>Compares every answer with what arithmetic says.</summary>
    public async Task CheckAsync()
    {
        for (var variant = 0; variant < Variants; variant++)
        {
            using var connection = await RpcConnection.OpenAsync(server.Address);
            var answer = JsonNode.Parse((await connection.CallAsync(_requests[variant])).Span)!;
            // Pod's wire names the type, which is nothing that the caller asked for.
            answer.AsObject().Remove("__className__");
            var expected = string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"product":"Coffee beans {{variant}}","quantity":{{variant}},"total":{{(variant >= 10 ? variant * 6.25 : variant * 12.5)}},"isReduced":{{(variant >= 10 ? "true" : "false")}}}""");
            if (!JsonNode.DeepEquals(answer, JsonNode.Parse(expected)))
            {
                throw new InvalidOperationException($"{name} answers {answer.ToJsonString()} instead of {expected}.");
            }
        }
    }

    public void Dispose()
    {
        foreach (var connection in _idle)
        {
            connection.Dispose();
        }
    }

    private static string Body(int variant)
        => string.Create(CultureInfo.InvariantCulture, $$$"""{"line":{"product":"Coffee beans {{{variant}}}","quantity":{{{variant}}},"price":12.5,"note":"ground, please"}}""");

    private async Task CallAsync(int number)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = await RpcConnection.OpenAsync(server.Address);
        }

        await connection.CallAsync(_requests[number % Variants]);
        _idle.Add(connection);
    }
}
