using Npgsql;

namespace Pod.Database.Includes;

/// <summary>An included relative's place in a result row.</summary>
internal abstract class OneShape<TRow>
{
    public abstract bool HasLists { get; }

    public abstract void Read(NpgsqlDataReader reader, TRow row);

    public abstract Task LoadListsAsync(IDatabaseSession session, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class OneShape<TRow, TRelated>(RowShape<TRelated> shape, Action<TRow, TRelated?> set) : OneShape<TRow>
    where TRelated : class
{
    public override bool HasLists => shape.HasLists;

    public override void Read(NpgsqlDataReader reader, TRow row) => set(row, reader.IsDBNull(shape.IdOrdinal) ? null : shape.Read(reader));

    public override Task LoadListsAsync(IDatabaseSession session, CancellationToken cancellationToken)
        => shape.LoadListsAsync(session, cancellationToken);
}
