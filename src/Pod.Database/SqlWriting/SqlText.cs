using System.Numerics;
using System.Runtime.CompilerServices;
using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>
/// SQL that is written as an interpolated string. Columns and expressions in the holes become identifiers and SQL, everything else parameters. A string
/// does not convert to it, so text that the program puts together cannot get in.
/// </summary>
[InterpolatedStringHandler]
public sealed class SqlText
{
    private readonly List<ISqlFragment> _parts;

    /// <summary>Called by the compiler.</summary>
    public SqlText(int literalLength, int formattedCount)
        => _parts = new List<ISqlFragment>(literalLength > 0 ? (formattedCount * 2) + 1 : formattedCount);

    internal SqlText(IEnumerable<ISqlFragment> parts) => _parts = [.. parts];

    internal IReadOnlyList<ISqlFragment> Parts => _parts;

    /// <summary>Called by the compiler: adds the text between the holes.</summary>
    public void AppendLiteral(string value) => _parts.Add(new TextFragment(value));

    /// <summary>Adds a column or an expression.</summary>
    public void AppendFormatted(SqlExpression value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _parts.Add(value);
    }

    /// <summary>Adds a table's name.</summary>
    public void AppendFormatted(Table value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendLiteral(value.QuotedName);
    }

    /// <summary>Adds SQL that was written elsewhere.</summary>
    public void AppendFormatted(SqlText value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _parts.AddRange(value.Parts);
    }

    /// <summary>Adds a condition or a boolean column.</summary>
    public void AppendFormatted(Filter value)
    {
        ArgumentNullException.ThrowIfNull(value);
        AppendLiteral("(");
        _parts.Add(value);
        AppendLiteral(")");
    }

    /// <summary>Adds a value as a parameter.</summary>
    public void AppendFormatted(string? value) => Add(TextStorage.Instance, value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(Uri? value) => Add(TextStorage.Instance, value?.OriginalString);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(byte[]? value) => Add(new ParameterSource<byte[]?>(value, NpgsqlDbType.Bytea));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(bool? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(short? value) => AddScalar(value);

    // Without these two the compiler takes a small literal for a short.

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(short value) => AddScalar<short>(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(int value) => AddScalar<int>(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(int? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(long? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(float? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(double? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(decimal? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(BigInteger? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(Guid? value) => AddScalar(value);

    /// <summary>Adds an instant as a parameter; local times are converted, unspecified ones refused.</summary>
    public void AppendFormatted(DateTime? value)
        => Add(new ParameterSource<DateTime?>(value is { } time ? UtcTime.From(time) : null, NpgsqlDbType.TimestampTz));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(DateTimeOffset? value)
        => Add(new ParameterSource<DateTimeOffset?>(value?.ToUniversalTime(), NpgsqlDbType.TimestampTz));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(DateOnly? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(TimeOnly? value) => AddScalar(value);

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    public void AppendFormatted(TimeSpan? value) => AddScalar(value);

    /// <summary>Adds many values as one array: <c>$"{t.Name} = ANY({names})"</c>.</summary>
    public void AppendFormatted(IEnumerable<string> value) => AddArray(TextStorage.Instance, value);

    /// <inheritdoc cref="AppendFormatted(IEnumerable{string})"/>
    public void AppendFormatted(IEnumerable<int> value) => AddArray(ScalarStorage<int>.Instance, value);

    /// <inheritdoc cref="AppendFormatted(IEnumerable{string})"/>
    public void AppendFormatted(IEnumerable<long> value) => AddArray(ScalarStorage<long>.Instance, value);

    /// <inheritdoc cref="AppendFormatted(IEnumerable{string})"/>
    public void AppendFormatted(IEnumerable<double> value) => AddArray(ScalarStorage<double>.Instance, value);

    /// <inheritdoc cref="AppendFormatted(IEnumerable{string})"/>
    public void AppendFormatted(IEnumerable<Guid> value) => AddArray(ScalarStorage<Guid>.Instance, value);

    internal void Write(SqlWriter writer)
    {
        foreach (var part in _parts)
        {
            writer.Write(part);
        }
    }

    private void AddScalar<T>(T? value)
        where T : struct
        => Add(value is { } present ? ScalarStorage<T>.Instance.Parameter(present) : ScalarStorage<T>.Instance.Null);

    private void Add<T>(ColumnStorage<T> storage, T? value)
        where T : class
        => Add(value is null ? storage.Null : storage.Parameter(value));

    private void AddArray<T>(ColumnStorage<T> storage, IEnumerable<T> values)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToArray();
        var array = storage.CreateArray(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            array.Set(i, all[i]);
        }

        Add(array.Parameter);
    }

    private void Add(ParameterSource value) => _parts.Add(new ParameterFragment(value));
}
