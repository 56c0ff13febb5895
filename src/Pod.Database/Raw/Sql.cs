using Pod.Database.Expressions.Fragments;
using Pod.Database.Raw;

namespace Pod.Database;

/// <summary>Pieces of SQL that is written by hand; they go into the holes of an interpolated string, or stand for the whole of it.</summary>
public static class Sql
{
    /// <summary>
    /// SQL of a string that the program put together, with named parameters: <c>Sql.Unsafe(text, ("name", value))</c> fills in <c>@name</c>. Nothing
    /// in the string is checked: never put text of users into it.
    /// </summary>
    /// <exception cref="ArgumentException">A parameter has no value or a value no parameter, or the type of a value cannot be sent.</exception>
    public static SqlText Unsafe(string text, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        return UnsafeText.Named(text, values);
    }

    /// <summary>The same with numbered parameters: <c>Sql.Unsafe(text, first, second)</c> fills in <c>$1</c> and <c>$2</c>.</summary>
    /// <exception cref="ArgumentException">A parameter has no value or a value no parameter, or the type of a value cannot be sent.</exception>
    public static SqlText Unsafe(string text, object? first, params object?[] others)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(others);
        return UnsafeText.Numbered(text, [first, .. others]);
    }

    /// <summary>Several pieces one after the other; nothing if there are none.</summary>
    /// <param name="separator">What stands between them: a comma or words such as <c>AND</c>.</param>
    /// <param name="items">The pieces.</param>
    /// <exception cref="ArgumentException"><paramref name="separator"/> contains something else than letters, commas and spaces.</exception>
    public static SqlText Join(string separator, params SqlText[] items) => Join(separator, (IEnumerable<SqlText>)items);

    /// <inheritdoc cref="Join(string, SqlText[])"/>
    public static SqlText Join(string separator, IEnumerable<SqlText> items)
    {
        ArgumentNullException.ThrowIfNull(separator);
        ArgumentNullException.ThrowIfNull(items);
        if (separator.Any(static c => !char.IsAsciiLetter(c) && c is not (',' or ' ')))
        {
            throw new ArgumentException(
                $"'{separator}' cannot separate pieces of SQL: only letters, commas and spaces can, as in ', ' and ' AND '.", nameof(separator));
        }

        var joined = new SqlText(0, 0);
        foreach (var item in items)
        {
            if (joined.Parts.Count > 0)
            {
                joined.AppendLiteral(separator);
            }

            joined.AppendFormatted(item);
        }

        return joined;
    }

    /// <summary>
    /// A column's name without its table, as in <c>$"SELECT t.{Sql.Column(Ticket.Table.Title)} FROM {Ticket.Table} AS t"</c>. The column itself in a
    /// hole gives its name with the table's.
    /// </summary>
    public static SqlText Column(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new SqlText([new TextFragment(column.QuotedName)]);
    }
}
