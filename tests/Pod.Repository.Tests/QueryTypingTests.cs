using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pod.Repository.Tests;

/// <summary>What the compiler accepts in a condition, and above all what it refuses.</summary>
public sealed class QueryTypingTests
{
    private const string Model = """
        using System;
        using Pod.Database;

        public sealed class Ticket : ITableRow<long>
        {
            public long Id { get; set; }
        }

        public sealed class TicketTable() : Table<Ticket, long>("ticket", null)
        {
            public override NumberColumn<long, long> Id => throw new Exception();
            public TextColumn<string> Title => throw new Exception();
            public NumberColumn<int, int> Visits => throw new Exception();
            public NumberColumn<decimal, decimal?> Price => throw new Exception();
            public DateTimeColumn<DateTime> At => throw new Exception();
            public DateTimeOffsetColumn<DateTimeOffset> Moment => throw new Exception();
            public UriColumn<Uri> Link => throw new Exception();
            public BytesColumn<byte[]> Data => throw new Exception();
            public BooleanColumn<bool> Archived => throw new Exception();
            public EnumColumn<DayOfWeek, DayOfWeek> Day => throw new Exception();
            public EnumColumn<DateTimeKind, DateTimeKind?> Kind => throw new Exception();
            public ToManyRelation<TicketTable> Children => throw new Exception();
            public override Ticket ReadRow(RowReader row) => new();
        }
        """;

    [Theory]
    [InlineData("t.Title == text && t.Title != t.Title.Lower() && t.Title < \"b\"")]
    [InlineData("t.Visits + 1 > number || 2 * t.Visits == t.Visits || t.Price / 3 < 1.5m")]
    [InlineData("t.At - t.At > TimeSpan.Zero && t.At + TimeSpan.Zero < at && at - t.At < t.At - at")]
    [InlineData("!t.Archived && t.Archived == null && t.Day == DayOfWeek.Monday && t.Visits == null")]
    [InlineData("t.Children.Any() && t.Children.Count(c => c.Visits > t.Visits).In(1, 2) && t.Children.All(c => c.Children.None())")]
    [InlineData("Filter.Sql($\"{t.Title} ~ {text} AND {t.Visits} = {number} AND {t.Archived} AND {t.At} < {at}\")")]
    public void Compiles(string condition) => Assert.Empty(Problems(condition));

    [Theory]
    [InlineData("t.Title == t.Visits")]
    [InlineData("t.Title == 5")]
    [InlineData("t.Visits == text")]
    [InlineData("t.Visits == 1.5")]
    [InlineData("t.Visits < t.Price")]
    [InlineData("t.Visits + t.Price > 3")]
    [InlineData("t.Visits + text == number")]
    [InlineData("t.At == t.Visits")]
    [InlineData("t.At < t.Moment")]
    [InlineData("t.At + 1 < at")]
    [InlineData("t.At + t.At < at")]
    [InlineData("t.Day == t.Kind")]
    [InlineData("t.Day < DayOfWeek.Monday")]
    [InlineData("t.Link < t.Link")]
    [InlineData("t.Link == text")]
    [InlineData("t.Data < t.Data")]
    [InlineData("t.Archived > true")]
    [InlineData("t.Children.Count() > t.Price")]
    [InlineData("t.Children == null && t.Children")]
    [InlineData("t.Children.All()")]
    [InlineData("Filter.Sql(text)")]
    [InlineData("Filter.Sql(\"true\")")]
    [InlineData("Filter.Sql($\"{t.Title}\" + text)")]
    [InlineData("Filter.Sql(string.Concat(\"a\", text))")]
    [InlineData("Filter.Sql($\"{new object()}\")")]
    [InlineData("Filter.Sql($\"{number:X}\")")]
    public void Does_not_compile(string condition) => Assert.NotEmpty(Problems(condition));

    private static IEnumerable<Diagnostic> Problems(string condition)
    {
        var method = $$"""
            using System;
            using Pod.Database;

            internal static class Query
            {
                public static Filter Where(TicketTable t, string text, int number, DateTime at) => {{condition}};
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
                "Typing",
                ((string[])[Model, method]).Select(static text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14))),
                references,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
