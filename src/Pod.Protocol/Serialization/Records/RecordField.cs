namespace Pod.Protocol;

/// <summary>Points to one element of a value tuple: <c>static (ref r) => ref r.Item1</c>.</summary>
/// <typeparam name="TRecord">The value tuple.</typeparam>
/// <typeparam name="TPart">The element's type.</typeparam>
public delegate ref TPart RecordField<TRecord, TPart>(ref TRecord record)
    where TRecord : struct;
