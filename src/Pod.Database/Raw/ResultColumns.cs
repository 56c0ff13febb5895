using Npgsql;

namespace Pod.Database.Raw;

/// <summary>The columns of a result.</summary>
internal sealed class ResultColumns
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    public ResultColumns(NpgsqlDataReader reader)
    {
        var names = new string[reader.FieldCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.GetName(i);
            _ordinals.TryAdd(names[i], i);
        }

        Names = names;
    }

    public string[] Names { get; }

    public static InvalidOperationException IsNull(string column, Type type)
        => new($"Column '{column}' is null in a row. Read it as '{type.Name}?', or give it a value in the SQL with coalesce.");

    public int? Find(string name) => _ordinals.TryGetValue(name, out var ordinal) ? ordinal : null;

    public int OrdinalOf(string name)
        => Find(name) ?? throw new ArgumentException($"The result has no column '{name}'. It has: {string.Join(", ", Names)}.", nameof(name));
}
