using System.Collections;
using System.Runtime.CompilerServices;
using Pod.Protocol;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>Compares models member by member and collections by content, whatever their own equality is.</summary>
internal static class DeepEquality
{
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when left.GetType() != right.GetType() => false,
        (IPodModel, IPodModel) => left.GetType().GetProperties().Where(static property => property.GetMethod is { IsStatic: false })
            .All(property => AreEqual(property.GetValue(left), property.GetValue(right))),
        (ITuple one, ITuple other) => Enumerable.Range(0, one.Length).All(index => AreEqual(one[index], other[index])),
        (IList one, IList other) => one.Count == other.Count && one.Cast<object?>().Zip(other.Cast<object?>(), AreEqual).All(static same => same),
        (IEnumerable one and not string, IEnumerable other) => AreEqualInAnyOrder([.. one], [.. other]),
        (DateTime one, DateTime other) => one == other && one.Kind == other.Kind,
        _ when left.GetType() is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            AreEqual(pair.GetProperty("Key")!.GetValue(left), pair.GetProperty("Key")!.GetValue(right))
            && AreEqual(pair.GetProperty("Value")!.GetValue(left), pair.GetProperty("Value")!.GetValue(right)),
        _ => left.Equals(right),
    };

    private static bool AreEqualInAnyOrder(List<object?> left, List<object?> right) =>
        left.Count == right.Count && left.TrueForAll(item => right.FindIndex(other => AreEqual(item, other)) is >= 0 and var index && Remove(right, index));

    private static bool Remove(List<object?> items, int index)
    {
        items.RemoveAt(index);
        return true;
    }
}
