using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Npgsql;
using Pod.Protocol;

namespace Pod.Database;

/// <summary>The current row of a result, seen from one table's first column. Used by generated code.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "A reader is named after the type that it reads.")]
public readonly struct RowReader
{
    private readonly NpgsqlDataReader _reader;
    private readonly int _offset;
    private readonly int[]? _ordinals;

    internal RowReader(NpgsqlDataReader reader, int offset)
    {
        _reader = reader;
        _offset = offset;
    }

    /// <summary>Reads a result whose columns stand anywhere.</summary>
    internal RowReader(NpgsqlDataReader reader, int[] ordinals)
    {
        _reader = reader;
        _ordinals = ordinals;
    }

    /// <summary>Whether the value is null.</summary>
    public bool IsNull(int ordinal) => _reader.IsDBNull(At(ordinal));

    /// <summary>Reads a value.</summary>
    public bool Boolean(int ordinal) => _reader.GetBoolean(At(ordinal));

    /// <summary>Reads a value or null.</summary>
    public bool? BooleanOrNull(int ordinal) => IsNull(ordinal) ? null : Boolean(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public short Int16(int ordinal) => _reader.GetInt16(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public short? Int16OrNull(int ordinal) => IsNull(ordinal) ? null : Int16(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public int Int32(int ordinal) => _reader.GetInt32(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public int? Int32OrNull(int ordinal) => IsNull(ordinal) ? null : Int32(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public long Int64(int ordinal) => _reader.GetInt64(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public long? Int64OrNull(int ordinal) => IsNull(ordinal) ? null : Int64(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public float Single(int ordinal) => _reader.GetFloat(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public float? SingleOrNull(int ordinal) => IsNull(ordinal) ? null : Single(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public double Double(int ordinal) => _reader.GetDouble(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public double? DoubleOrNull(int ordinal) => IsNull(ordinal) ? null : Double(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public decimal Decimal(int ordinal) => _reader.GetDecimal(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public decimal? DecimalOrNull(int ordinal) => IsNull(ordinal) ? null : Decimal(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public BigInteger BigInteger(int ordinal) => _reader.GetFieldValue<BigInteger>(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public BigInteger? BigIntegerOrNull(int ordinal) => IsNull(ordinal) ? null : BigInteger(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public string String(int ordinal) => _reader.GetString(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public string? StringOrNull(int ordinal) => IsNull(ordinal) ? null : String(ordinal);

    /// <summary>Reads an instant as UTC; a column without zone is taken as UTC too.</summary>
    public DateTime DateTime(int ordinal) => System.DateTime.SpecifyKind(_reader.GetDateTime(At(ordinal)), DateTimeKind.Utc);

    /// <inheritdoc cref="BooleanOrNull"/>
    public DateTime? DateTimeOrNull(int ordinal) => IsNull(ordinal) ? null : DateTime(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public DateTimeOffset DateTimeOffset(int ordinal) => new(DateTime(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public DateTimeOffset? DateTimeOffsetOrNull(int ordinal) => IsNull(ordinal) ? null : DateTimeOffset(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public DateOnly DateOnly(int ordinal) => _reader.GetFieldValue<DateOnly>(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public DateOnly? DateOnlyOrNull(int ordinal) => IsNull(ordinal) ? null : DateOnly(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public TimeOnly TimeOnly(int ordinal) => _reader.GetFieldValue<TimeOnly>(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public TimeOnly? TimeOnlyOrNull(int ordinal) => IsNull(ordinal) ? null : TimeOnly(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public TimeSpan TimeSpan(int ordinal) => _reader.GetTimeSpan(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public TimeSpan? TimeSpanOrNull(int ordinal) => IsNull(ordinal) ? null : TimeSpan(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public Guid Guid(int ordinal) => _reader.GetGuid(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public Guid? GuidOrNull(int ordinal) => IsNull(ordinal) ? null : Guid(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public Uri Uri(int ordinal) => new(String(ordinal), UriKind.RelativeOrAbsolute);

    /// <inheritdoc cref="BooleanOrNull"/>
    public Uri? UriOrNull(int ordinal) => IsNull(ordinal) ? null : Uri(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public byte[] Bytes(int ordinal) => _reader.GetFieldValue<byte[]>(At(ordinal));

    /// <inheritdoc cref="BooleanOrNull"/>
    public byte[]? BytesOrNull(int ordinal) => IsNull(ordinal) ? null : Bytes(ordinal);

    /// <summary>Reads a vector, but only from statements that Pod writes: they ask for it in a form that Npgsql knows.</summary>
    public Vector Vector(int ordinal) => new(_reader.GetFieldValue<float[]>(At(ordinal)));

    /// <inheritdoc cref="BooleanOrNull"/>
    public Vector? VectorOrNull(int ordinal) => IsNull(ordinal) ? null : Vector(ordinal);

    /// <inheritdoc cref="Vector"/>
    public HalfVector HalfVector(int ordinal) => new(_reader.GetFieldValue<float[]>(At(ordinal)));

    /// <inheritdoc cref="BooleanOrNull"/>
    public HalfVector? HalfVectorOrNull(int ordinal) => IsNull(ordinal) ? null : HalfVector(ordinal);

    /// <inheritdoc cref="Vector"/>
    public SparseVector SparseVector(int ordinal)
        => Pod.SparseVector.TryParse(String(ordinal), out var value) ? value : throw new FormatException("The column holds no sparse vector.");

    /// <inheritdoc cref="BooleanOrNull"/>
    public SparseVector? SparseVectorOrNull(int ordinal) => IsNull(ordinal) ? null : SparseVector(ordinal);

    /// <inheritdoc cref="Boolean"/>
    public Bit Bit(int ordinal)
    {
        var bits = _reader.GetFieldValue<BitArray>(At(ordinal));
        var values = new bool[bits.Length];
        bits.CopyTo(values, 0);
        return new(values);
    }

    /// <inheritdoc cref="BooleanOrNull"/>
    public Bit? BitOrNull(int ordinal) => IsNull(ordinal) ? null : Bit(ordinal);

    /// <summary>Reads an enum value by name or by index.</summary>
    public T Enum<T>(int ordinal, EnumCodec<T> codec)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(codec);
        return codec.IsByIndex ? codec.FromIndex(Int32(ordinal)) : codec.FromName(String(ordinal));
    }

    /// <summary>Reads an enum value or null.</summary>
    public T? EnumOrNull<T>(int ordinal, EnumCodec<T> codec)
        where T : struct, Enum
        => IsNull(ordinal) ? null : Enum(ordinal, codec);

    /// <summary>The same row, seen from a later column.</summary>
    internal RowReader Skip(int columns) => new(_reader, _offset + columns);

    /// <summary>Reads a value of a type that PostgreSQL holds as it is.</summary>
    internal T Scalar<T>(int ordinal) => _reader.GetFieldValue<T>(_offset + ordinal);

    /// <summary>Reads a value that is stored as JSON.</summary>
    public T Json<T>(int ordinal, JsonCodec<T> codec)
        where T : notnull
        => PodJson.Decode(codec, Bytes(ordinal), JsonAudience.Everything);

    /// <summary>Reads a reference that is stored as JSON, or null; <see cref="RowReaderStructExtensions"/> has the twin for value types.</summary>
    public T? JsonOrNull<T>(int ordinal, JsonCodec<T> codec)
        where T : class
        => IsNull(ordinal) ? null : Json(ordinal, codec);

    private int At(int ordinal) => _ordinals is null ? _offset + ordinal : _ordinals[ordinal];
}
