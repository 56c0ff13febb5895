using System.Diagnostics.CodeAnalysis;

namespace Pod.Protocol;

/// <summary>
/// What a generated copy constructor works with. While the outermost copy of a thread runs, it remembers which original became which copy,
/// so that models that refer to each other in circles are copied once and stay circles.
/// </summary>
public readonly ref struct ModelCopy
{
    [ThreadStatic]
    private static Dictionary<object, object>? _copies;

    private readonly bool _isOutermost;

    private ModelCopy(bool isOutermost) => _isOutermost = isOutermost;

    /// <summary>Says that a copy constructor starts to fill a copy. Dispose the result at its end.</summary>
    public static ModelCopy Begin(object original, object copy)
    {
        var isOutermost = _copies is null;
        _copies ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        _copies.TryAdd(original, copy);
        return new ModelCopy(isOutermost);
    }

    /// <summary>Copies a model, or finds the copy that was made already.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static T? Model<T>(T? original)
        where T : class, IPodModel
    {
        if (original is null)
        {
            return null;
        }

        return _copies is not null && _copies.TryGetValue(original, out var copy) ? (T)copy : (T)original.DeepCopy();
    }

    /// <summary>Copies bytes.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static byte[]? Bytes(byte[]? original) => original is null ? null : [.. original];

    /// <summary>Copies a value tuple with elements that need copying: <c>static r => (r.Item1, ModelCopy.Model(r.Item2))</c>.</summary>
    public static T Record<T>(T original, Func<T, T> copy)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(copy);
        return copy(original);
    }

    /// <inheritdoc cref="Record{T}(T, Func{T, T})"/>
    public static T? Record<T>(T? original, Func<T, T> copy)
        where T : struct
        => original is { } value ? Record(value, copy) : null;

    /// <summary>Copies a dynamic value with everything in it. What can change is a model, bytes or one of the four collections.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static object? Dynamic(object? original) => original switch
    {
        IPodModel model => Model(model),
        byte[] bytes => Bytes(bytes),
        List<object?> list => List(list, Dynamic),
        HashSet<object?> set => Set(set, Dynamic),
        Dictionary<string, object?> map => Map(map, Dynamic),
        Dictionary<object, object?> map => Map(map, static key => Dynamic(key), Dynamic),
        _ => original,
    };

    /// <summary>Copies a list whose elements need no copying.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static List<T>? List<T>(List<T>? original) => original is null ? null : [.. original];

    /// <summary>Copies a list and each element in it.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static List<T>? List<T>(List<T>? original, Func<T, T> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (original is null)
        {
            return null;
        }

        var copy = new List<T>(original.Count);
        foreach (var value in original)
        {
            copy.Add(element(value));
        }

        return copy;
    }

    /// <summary>Copies a set whose elements need no copying.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static HashSet<T>? Set<T>(HashSet<T>? original) => original is null ? null : new HashSet<T>(original, original.Comparer);

    /// <summary>Copies a set and each element in it.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static HashSet<T>? Set<T>(HashSet<T>? original, Func<T, T> element)
        => original is null ? null : new HashSet<T>(original.Select(element), original.Comparer);

    /// <summary>Copies a map whose keys and values need no copying.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static Dictionary<TKey, TValue>? Map<TKey, TValue>(Dictionary<TKey, TValue>? original)
        where TKey : notnull
        => original is null ? null : new Dictionary<TKey, TValue>(original, original.Comparer);

    /// <summary>Copies a map and each value in it.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static Dictionary<TKey, TValue>? Map<TKey, TValue>(Dictionary<TKey, TValue>? original, Func<TValue, TValue> value)
        where TKey : notnull
        => Map(original, static key => key, value);

    /// <summary>Copies a map and each key and value in it.</summary>
    [return: NotNullIfNotNull(nameof(original))]
    public static Dictionary<TKey, TValue>? Map<TKey, TValue>(Dictionary<TKey, TValue>? original, Func<TKey, TKey> key, Func<TValue, TValue> value)
        where TKey : notnull
        => original?.ToDictionary(pair => key(pair.Key), pair => value(pair.Value), original.Comparer);

    /// <summary>Says that the copy is complete.</summary>
    public void Dispose()
    {
        if (_isOutermost)
        {
            _copies = null;
        }
    }
}
