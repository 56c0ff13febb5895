using System.Runtime.CompilerServices;

namespace Pod.Database.Tests.Model;

/// <summary>A model with a concurrency token.</summary>
public partial record Note : ITableRow<long>
{
    public long Id { get; set; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    public int Version { get; set; }

    public static NoteTable Table { get; } = new(null);

    public static NoteRepository Db { get; } = new(Table);

    public virtual bool Equals(Note? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed class NoteTable : Table<Note, long>
{
    private NoteTable? _excluded;

    internal NoteTable(TableJoin? join)
        : base("note", join)
    {
        Id = Add(new NumberColumn<long>(this, "id", hasDefault: true), static row => row.Id);
        Title = Add(new TextColumn(this, "title"), static row => row.Title);
        Text = Add(new TextColumn(this, "text", nullable: true), static row => row.Text);
        Version = AddToken(new NumberColumn<int>(this, "version"), static row => row.Version);
    }

    public override NumberColumn<long> Id { get; }

    public TextColumn Title { get; }

    public TextColumn Text { get; }

    public NumberColumn<int> Version { get; }

    public NoteTable Excluded => _excluded ??= new NoteTable(ExcludedRow());

    public override Note ReadRow(RowReader row)
        => new() { Id = row.Int64(0), Title = row.String(1), Text = row.StringOrNull(2), Version = row.Int32(3) };
}

public sealed class NoteRepository(NoteTable table) : Repository<Note, long, NoteTable, NoteInclude>(table);

public sealed class NoteInclude : Include<Note>;
