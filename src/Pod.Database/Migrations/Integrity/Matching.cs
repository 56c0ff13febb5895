using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>The live parts of one kind that a table has, in the words of the expected ones.</summary>
/// <typeparam name="T">The kind: column, index, key or check.</typeparam>
internal sealed class Matching<T>
{
    private readonly List<T> _known = [];
    private readonly List<T> _unknown = [];

    /// <summary>What is expected, or stands where something is expected.</summary>
    public ValueList<T> Known => _known.ToValueList();

    /// <summary>Everything that is there.</summary>
    public ValueList<T> All => _known.Concat(_unknown).ToValueList();

    public void AddKnown(T item) => _known.Add(item);

    public void AddUnknown(T item) => _unknown.Add(item);
}
