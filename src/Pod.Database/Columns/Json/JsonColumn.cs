using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NpgsqlTypes;
using Pod.Database.Columns.Assigning;
using Pod.Database.Columns.Json;
using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.Filters;
using Pod.Database.SqlWriting;
using Pod.Protocol;

namespace Pod.Database;

/// <summary>A column that holds its value as JSON.</summary>
/// <typeparam name="T">The type in the model.</typeparam>
public abstract class JsonColumn<T> : SqlExpression
    where T : notnull
{
    private protected JsonColumn(Column column, JsonCodec<T> codec, bool isPlain)
        : base(column)
    {
        Storage = new ClassStorage<T, byte[]>(
            NpgsqlDbType.Jsonb,
            value => PodJson.Encode(codec, value, JsonAudience.Everything),
            (row, ordinal) => row.Json(ordinal, codec));
        Binary = isPlain ? new PlainJsonFragment(column) : column;
    }

    internal ColumnStorage<T> Storage { get; }

    /// <summary>The column as <c>jsonb</c>, which all operators take.</summary>
    internal ISqlFragment Binary { get; }

    /// <summary>What stands at a key of the JSON: <c>t.Labels["env"] == "prod"</c>.</summary>
    public JsonExpression this[string key] => Json(key);

    /// <summary>Rows without value.</summary>
    public static Filter operator ==(JsonColumn<T> left, NullOperand right) => new NullFilter(left, isNull: true);

    /// <summary>Rows with a value.</summary>
    public static Filter operator !=(JsonColumn<T> left, NullOperand right) => new NullFilter(left, isNull: false);

    /// <summary>What stands at a path of the JSON: <c>t.Address.Json("geo", "lat").AsDouble() > 60</c>.</summary>
    /// <param name="path">Keys of objects and positions in arrays, from the outside in. They are those of the JSON, not the members of the model.</param>
    public JsonExpression Json(params ReadOnlySpan<JsonPathPart> path) => new(Binary, path);

    /// <summary>
    /// Rows whose JSON has at least what this value has: all its keys with the same values, all its array elements in any place. An index of type gin
    /// serves this.
    /// </summary>
    [OverloadResolutionPriority(2)]
    public Filter JsonContains(T value) => value is JsonNode part ? JsonContains(part) : Contains(Storage.Parameter(value));

    /// <inheritdoc cref="JsonContains(T)"/>
    [OverloadResolutionPriority(1)]
    public Filter JsonContains(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Contains(new ParameterSource<string>(value.ToJsonString(), NpgsqlDbType.Jsonb));
    }

    /// <inheritdoc cref="JsonContains(T)"/>
    /// <typeparam name="TPart">A type made for the question: <c>t.Address.JsonContains(new { city = "Oslo" })</c>.</typeparam>
    [RequiresUnreferencedCode("The members of the type are read by reflection. Trimmed programs give a JsonObject instead.")]
    [RequiresDynamicCode("The members of the type are read by reflection. Programs compiled ahead of time give a JsonObject instead.")]
    public Filter JsonContains<TPart>(TPart value) => Contains(new ParameterSource<string>(JsonSerializer.Serialize(value), NpgsqlDbType.Jsonb));

    /// <summary>Gives the column a value, or null.</summary>
    /// <exception cref="ArgumentException">The column takes no null.</exception>
    [OverloadResolutionPriority(1)]
    public Assignment Set(T? value) => ValueAssignment.Of(this, Storage, value is null ? null : Storage.Parameter(value));

    /// <summary>Gives the column null.</summary>
    /// <exception cref="ArgumentException">The column takes no null.</exception>
    public Assignment Set(NullOperand value) => ValueAssignment.Of(this, Storage, value: null);

    /// <summary>Gives the column what another column of the row had.</summary>
    [OverloadResolutionPriority(-1)]
    public Assignment Set(JsonColumn<T> value) => new ExpressionAssignment(this, value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    internal JsonFilter Contains(ParameterSource part) => new(Binary, "@>", new ParameterFragment(part));
}
