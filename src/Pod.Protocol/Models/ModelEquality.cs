namespace Pod.Protocol;

// Comparers of a type and of its nullable form are one object; annotations would keep generated code from nesting them freely.
#nullable disable

/// <summary>How immutable models compare their collections: by content, sets and maps in any order.</summary>
public static class ModelEquality
{
    /// <summary>Gets what compares bytes by content.</summary>
    public static IEqualityComparer<byte[]> Bytes { get; } = EqualityComparer<byte[]>.Create(
        static (left, right) => left is null || right is null ? left == right : left.AsSpan().SequenceEqual(right),
        static bytes => HashOf(bytes, static item => item, isOrdered: true));

    /// <summary>Gets what compares dynamic values: bytes and collections by content, everything else as it compares itself.</summary>
    public static IEqualityComparer<object> Dynamic { get; } = EqualityComparer<object>.Create(AreEqual, HashOf);

    /// <summary>Gives what compares lists item by item.</summary>
    public static IEqualityComparer<List<T>> List<T>(IEqualityComparer<T> item) => EqualityComparer<List<T>>.Create(
        (left, right) => left is null || right is null ? left == right : left.SequenceEqual(right, item),
        list => HashOf(list, value => HashOf(value, item), isOrdered: true));

    /// <summary>Gives what compares sets by what they contain.</summary>
    public static IEqualityComparer<HashSet<T>> Set<T>(IEqualityComparer<T> item) => EqualityComparer<HashSet<T>>.Create(
        (left, right) => left is null || right is null
            ? left == right
            : left.Count == right.Count && left.All(new HashSet<T>(right, item).Contains),
        set => HashOf(set, value => HashOf(value, item), isOrdered: false));

    /// <summary>Gives what compares maps by their keys and values.</summary>
    public static IEqualityComparer<Dictionary<TKey, TValue>> Map<TKey, TValue>(IEqualityComparer<TKey> key, IEqualityComparer<TValue> value)
        where TKey : notnull => EqualityComparer<Dictionary<TKey, TValue>>.Create(
        (left, right) =>
        {
            if (left is null || right is null)
            {
                return left == right;
            }

            var others = new Dictionary<TKey, TValue>(right, key);
            return left.Count == right.Count && left.All(pair => others.TryGetValue(pair.Key, out var other) && value.Equals(pair.Value, other));
        },
        map => HashOf(map, pair => HashCode.Combine(key.GetHashCode(pair.Key), HashOf(pair.Value, value)), isOrdered: false));

    /// <summary>Gives what compares value tuples that hold bytes, collections or such tuples.</summary>
    public static IEqualityComparer<T> Record<T>(Func<T, T, bool> equals, Func<T, int> hash)
        where T : struct
        => EqualityComparer<T>.Create(equals, hash);

    /// <summary>Gives what compares value tuples that may be absent.</summary>
    public static IEqualityComparer<T?> RecordOrNull<T>(IEqualityComparer<T> present)
        where T : struct
        => EqualityComparer<T?>.Create(
            (left, right) => left is { } one && right is { } other ? present.Equals(one, other) : left is null && right is null,
            value => present.GetHashCode(value!.Value));

    private static bool AreEqual(object left, object right) => (left, right) switch
    {
        (byte[] a, byte[] b) => Bytes.Equals(a, b),
        (List<object> a, List<object> b) => List(Dynamic).Equals(a, b),
        (HashSet<object> a, HashSet<object> b) => Set(Dynamic).Equals(a, b),
        (Dictionary<string, object> a, Dictionary<string, object> b) => Map(EqualityComparer<string>.Default, Dynamic).Equals(a, b),
        (Dictionary<object, object> a, Dictionary<object, object> b) => Map(Dynamic, Dynamic).Equals(a, b),
        _ => object.Equals(left, right),
    };

    private static int HashOf(object value) => value switch
    {
        null => 0,
        byte[] bytes => Bytes.GetHashCode(bytes),
        List<object> list => List(Dynamic).GetHashCode(list),
        HashSet<object> set => Set(Dynamic).GetHashCode(set),
        Dictionary<string, object> map => Map(EqualityComparer<string>.Default, Dynamic).GetHashCode(map),
        Dictionary<object, object> map => Map(Dynamic, Dynamic).GetHashCode(map),
        _ => value.GetHashCode(),
    };

    /// <summary>Gives the hash code of a value; that of null is 0.</summary>
    public static int HashOf<T>(T value, IEqualityComparer<T> comparer) => value is null ? 0 : comparer.GetHashCode(value);

    private static int HashOf<T>(IEnumerable<T> items, Func<T, int> hashOf, bool isOrdered)
    {
        var hash = 17;
        foreach (var item in items ?? [])
        {
            // A sum does not depend on the order.
            hash = unchecked(isOrdered ? (hash * 31) + hashOf(item) : hash + hashOf(item));
        }

        return hash;
    }
}
