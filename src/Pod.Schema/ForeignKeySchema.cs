namespace Pod.Schema;

/// <summary>One foreign key.</summary>
/// <param name="Name">The constraint name, <c>&lt;table&gt;_&lt;column&gt;_fk</c>.</param>
/// <param name="Columns">The columns that hold the key.</param>
/// <param name="Table">The table that the key points at.</param>
/// <param name="References">The columns that the key points at.</param>
/// <param name="OnUpdate">What happens when the referenced key changes.</param>
/// <param name="OnDelete">What happens when the referenced row is deleted.</param>
/// <param name="Deferrable">When the constraint is checked.</param>
public sealed record ForeignKeySchema(
    string Name,
    ValueList<string> Columns,
    string Table,
    ValueList<string> References,
    ReferentialAction OnUpdate,
    ReferentialAction OnDelete,
    ConstraintTiming Deferrable);
