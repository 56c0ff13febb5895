namespace Pod.Runtime.Calls;

/// <summary>The arguments and the result of a call that go as objects instead of as JSON: for tests that measure without the codecs.</summary>
internal sealed class DirectValues(IReadOnlyDictionary<string, object?> arguments)
{
    public object? Result { get; set; }

    public bool Has(string name) => arguments.ContainsKey(name);

    public bool IsNull(string name) => arguments[name] is null;

    public T Get<T>(string name) => (T)arguments[name]!;
}
