namespace Pod.Schema;

/// <summary>One column.</summary>
/// <param name="Name">The column name.</param>
/// <param name="Field">The field of the model that it stores.</param>
/// <param name="Type">The PostgreSQL type in its short spelling: <c>bigint</c>, <c>text</c>, <c>timestamptz</c>.</param>
/// <param name="Nullable">Whether the column accepts NULL.</param>
/// <param name="Default">
/// The default as a neutral word or literal: <c>serial</c>, <c>now</c>, <c>random</c>, <c>random_v7</c>, <c>'text'</c>, <c>10</c>, <c>true</c>;
/// null when there is none.
/// </param>
/// <param name="ClrType">The C# type of the member, without nullability.</param>
public sealed record ColumnSchema(string Name, string Field, string Type, bool Nullable, string? Default, string ClrType);
