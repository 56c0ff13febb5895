namespace Pod.Database;

/// <summary>A model that is stored in a table.</summary>
/// <typeparam name="TId"><see cref="long"/>, <see cref="int"/> or <see cref="Guid"/>.</typeparam>
public interface ITableRow<out TId>
    where TId : struct
{
    /// <summary>The primary key; 0 or <see cref="Guid.Empty"/> while the row is not stored.</summary>
    TId Id { get; }
}
