using Pod.Benchmarks.Generator;
using Pod.Benchmarks.Orm;
using Pod.Benchmarks.Rpc;
using Pod.Benchmarks.Servers;
using Pod.Benchmarks.Startup;
using Pod.Benchmarks.Streams;

if (args is [BenchmarkServers.Verb, var server])
{
    await BenchmarkServers.RunAsync(server);
    return 0;
}

// One line per suite: what it is called, and what runs it. Each has a folder of its own.
var suites = new Dictionary<string, Func<bool, Task>>(StringComparer.Ordinal)
{
    ["generator"] = GeneratorSuite.RunAsync,
    ["orm"] = OrmSuite.RunAsync,
    ["rpc"] = RpcSuite.RunAsync,
    ["streams"] = StreamSuite.RunAsync,
    ["startup"] = StartupSuite.RunAsync,
};

var isQuick = args.Contains("--quick");
var wanted = args.Where(static argument => !argument.StartsWith('-')).ToList();
var isAll = wanted.Count == 0 || wanted.Remove("all");
if (wanted.Find(name => !suites.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no suite '{unknown}'. Suites: all, {string.Join(", ", suites.Keys)}. Options: --quick.");
    return 1;
}

foreach (var (name, run) in suites.Where(suite => isAll || wanted.Contains(suite.Key)))
{
    Console.WriteLine($"## {name}\n");
    await run(isQuick);
    Console.WriteLine();
}

return 0;
