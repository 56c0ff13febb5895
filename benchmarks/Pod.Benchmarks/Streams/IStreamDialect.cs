namespace Pod.Benchmarks.Streams;

/// <summary>What a contender's clients send; all talk about the same notes.</summary>
internal interface IStreamDialect
{
    string Name { get; }

    /// <summary>Where a connection for an activity begins: <c>echo</c>, <c>push</c> or <c>watch</c>.</summary>
    string PathOf(string activity);

    /// <summary>What a client sends first, one answer each.</summary>
    IReadOnlyList<string> Opening(string activity);

    /// <summary>A note that wants to come back.</summary>
    string Echo(int number);

    /// <summary>Asks for notes from 0 on.</summary>
    string Push(int count);
}
