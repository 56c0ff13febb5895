using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>A condition in SQL over the fields of a class: <c>{deletedAt} is null</c>.</summary>
/// <param name="Parts">SQL at the positions 0, 2, 4 …, names of fields at 1, 3, 5 ….</param>
public sealed record SqlCondition(ValueList<string> Parts)
{
    /// <summary>Gives the SQL.</summary>
    /// <param name="column">Gives the quoted column of a field.</param>
    public string ToSql(Func<string, string> column) => string.Concat(Parts.Select((part, position) => position % 2 == 0 ? part : column(part)));

    /// <summary>Gives the spelling of the model language.</summary>
    public override string ToString() => ToSql(static field => $"{{{field}}}");
}
