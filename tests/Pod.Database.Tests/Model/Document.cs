using Pod.Protocol;

namespace Pod.Database.Tests.Model;

/// <summary>A row with any JSON, which only SQL writes and nobody reads whole.</summary>
public sealed record Document : ITableRow<long>
{
    public long Id { get; set; }

    public Dictionary<string, string>? Body { get; set; }

    public string? Text { get; set; }

    public static DocumentRepository Db { get; } = new(new DocumentTable());
}

public sealed class DocumentTable : Table<Document, long>
{
    private static readonly JsonCodec<Dictionary<string, string>> BodyJson = PodJson.Map(PodJson.String);

    public DocumentTable()
        : base("document", null)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        Body = Add(new JsonColumn<Dictionary<string, string>, Dictionary<string, string>?>(this, "body", BodyJson, nullable: true), static row => row.Body);
        Text = Add(new TextColumn<string?>(this, "text", nullable: true), static row => row.Text);
        Search = new FullTextIndex("english", "A", Text);
    }

    public override NumberColumn<long, long> Id { get; }

    public JsonColumn<Dictionary<string, string>, Dictionary<string, string>?> Body { get; }

    public TextColumn<string?> Text { get; }

    public FullTextIndex Search { get; }

    public override Document ReadRow(RowReader row) => new() { Id = row.Int64(0), Text = row.StringOrNull(2) };
}

public sealed class DocumentInclude : Include<Document>;

public sealed class DocumentRepository(DocumentTable table) : Repository<Document, long, DocumentTable, DocumentInclude>(table);
