using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Analysis;

public sealed class FieldRuleTests
{
    [Theory]
    [InlineData("a: ⟦POD1130⟧string, scope=serverOnly")]
    [InlineData("a: string?, ⟦POD1125⟧database")]
    [InlineData("a: ⟦POD1130⟧string, ⟦POD1125⟧database")]
    [InlineData("a: string, ⟦POD1126⟧api")]
    [InlineData("a: string, ⟦POD1126⟧api, ⟦POD1123⟧column=b")]
    [InlineData("a: string, tail")]
    [InlineData("a: string, tail=⟦POD1010⟧maybe")]
    [InlineData("a: long, ⟦POD1124⟧parent=row")]
    [InlineData("a: string, ⟦POD1132⟧required")]
    [InlineData("a: string, !persist, ⟦POD1123⟧column=b")]
    [InlineData("a: string, column=b\n  ⟦POD1135⟧b: string")]
    [InlineData("a: string, column=⟦POD1137⟧b23456789_123456789_123456789_123456789_123456789_123456789_12")]
    [InlineData("⟦POD1118⟧a23456789_123456789_123456789_123456789_123456789_123456789_12: string")]
    [InlineData("⟦POD1136⟧mates: List<Row>?, relation, column=b")]
    [InlineData("a: string, ⟦POD1138⟧jsonKey=''")]
    [InlineData("a: string, unique(per=⟦POD1140⟧nope)")]
    [InlineData("a: ⟦POD1110⟧Oops")]
    [InlineData("a: string, ⟦POD1129⟧persist")]
    [InlineData("a: string, renamedFrom=b")]
    [InlineData("a: string, renamedFrom=⟦POD1141⟧a")]
    [InlineData("a: string, renamedFrom=⟦POD1141⟧b\n  b: string")]
    [InlineData("a: string, ⟦POD1141⟧renamedFrom")]
    [InlineData("a: string, !persist, ⟦POD1123⟧renamedFrom=⟦POD1141⟧b")]
    [InlineData("a: int, concurrencyToken")]
    [InlineData("a: long, concurrencyToken\n  b: long, ⟦POD1142⟧concurrencyToken")]
    [InlineData("a: string, ⟦POD1142⟧concurrencyToken")]
    [InlineData("a: int?, ⟦POD1142⟧concurrencyToken")]
    [InlineData("id: int, ⟦POD1155⟧concurrencyToken")]
    [InlineData("a: string?, default='x', defaultPersist='y'")]
    public void Options(string fields) => GeneratorRun.ExpectMarked($"""
        === row.pod.yaml
        class: Row
        table: row
        fields:
          {fields}
        === oops.pod.yaml
        exception: Oops
        """);

    [Theory]
    [InlineData("id: ⟦POD1150⟧string")]
    [InlineData("id: ⟦POD1151⟧Guid")]
    [InlineData("id: Guid, defaultModel=random_v7")]
    [InlineData("id: Guid, defaultPersist=random")]
    [InlineData("id: int")]
    [InlineData("id: ⟦POD1156⟧long?")]
    [InlineData("id: long, ⟦POD1153⟧default=3")]
    [InlineData("id: long, defaultModel=⟦POD1154⟧3")]
    [InlineData("id: long, ⟦POD1155⟧scope=all")]
    public void Ids(string field) => GeneratorRun.ExpectMarked($"class: Row\ntable: row\nfields:\n  {field}\n");

    [Theory]
    [InlineData("bool", "⟦POD1162⟧yes")]
    [InlineData("int", "⟦POD1163⟧2147483648")]
    [InlineData("short", "⟦POD1163⟧40000")]
    [InlineData("double", "⟦POD1164⟧1_5")]
    [InlineData("string", "⟦POD1165⟧text")]
    [InlineData("string", "'it⟦POD1165⟧'s'")]
    [InlineData("DateTime", "⟦POD1166⟧2026-01-31T08:00:00")]
    [InlineData("DateOnly", "⟦POD1166⟧31.01.2026")]
    [InlineData("TimeSpan", "⟦POD1167⟧5 minutes")]
    [InlineData("Guid", "⟦POD1168⟧abc")]
    [InlineData("Uri", "⟦POD1169⟧random")]
    [InlineData("BigInteger", "⟦POD1170⟧1.5")]
    [InlineData("Mood", "⟦POD1171⟧hapy")]
    public void Literals_that_do_not_fit(string type, string value) => GeneratorRun.ExpectMarked($"""
        === row.pod.yaml
        class: Row
        fields:
          a: {type}, default={value}
        === mood.pod.yaml
        enum: Mood
        values: [happy, sad]
        """);

    [Theory]
    [InlineData("List<int>", "default=3")]
    [InlineData("byte[]", "default='x'")]
    public void Types_without_defaults(string type, string option) =>
        GeneratorRun.ExpectMarked($"class: Row\nfields:\n  a: {type}, ⟦POD1160⟧{option}\n");

    [Theory]
    [InlineData("a: int, defaultPersist=⟦POD1161⟧3")]
    [InlineData("a: int, defaultPersist=⟦POD1152⟧serial")]
    [InlineData("a: int?, default=⟦POD1152⟧serial")]
    [InlineData("a: int?, defaultPersist=serial")]
    public void Column_defaults(string field) => GeneratorRun.ExpectMarked($"class: Row\ntable: row\nfields:\n  {field}\n");

    [Theory]
    [InlineData("⟦POD1107⟧dynamic?")]
    [InlineData("List<⟦POD1107⟧dynamic?>")]
    [InlineData("Map<string, List<⟦POD1107⟧dynamic?>>?")]
    [InlineData("(int, {⟦POD1107⟧dynamic? any})")]
    [InlineData("Map<⟦POD1111⟧dynamic, int>")]
    [InlineData("⟦POD1104⟧dynamic<int>")]
    public void Dynamic_types_that_cannot_be(string type) => GeneratorRun.ExpectMarked($"class: Row\nfields:\n  a: {type}\n");

    [Theory]
    [InlineData("dynamic", "dynamic")]
    [InlineData("List<dynamic>?", "List<dynamic>?")]
    [InlineData("Map<string, Set<dynamic>>", "Map<string, Set<dynamic>>")]
    public void A_dynamic_value_can_be_null_without_saying_so(string written, string type)
    {
        var field = GeneratorRun.Of($"class: Row\ntable: row\nfields:\n  a: {written}\n").Project.Class("Row").Fields[1];

        Assert.Equal(type, field.Type.ToString());
        Assert.All(field.Type.SelfAndArguments().Where(static item => item.Kind == Model.TypeKind.Dynamic), static item => Assert.True(item.IsNullable));
    }

    [Fact]
    public void A_visible_field_needs_a_visible_type() => GeneratorRun.ExpectMarked("""
        === a.pod.yaml
        class: A
        fields:
          secret: ⟦POD1109⟧B
          hidden: B?, scope=serverOnly
        === b.pod.yaml
        class: B
        serverOnly: true
        """);

    [Theory]
    [InlineData("a: string?, ⟦POD1131⟧scope=all")]
    [InlineData("a: string, ⟦POD1159⟧scope=serverOnly")]
    [InlineData("a: string?, scope=none")]
    public void Scopes_on_a_server_only_class(string field) =>
        GeneratorRun.ExpectMarked($"class: Row\nserverOnly: true\ntable: row\nfields:\n  {field}\n");

    [Theory]
    [InlineData("b: string, ⟦POD1133⟧persist")]
    [InlineData("⟦POD1136⟧b: string, column=c")]
    [InlineData("b: string, renamedFrom=⟦POD1141⟧c")]
    [InlineData("b: int, ⟦POD1142⟧concurrencyToken")]
    public void What_is_about_columns_needs_a_table_here_or_below(string field)
    {
        GeneratorRun.ExpectMarked($"class: A\nfields:\n  {field}\n");
        GeneratorRun.ExpectMarked($"""
            === a.pod.yaml
            class: A
            fields:
              {MarkedSources.Unmarked(field).Replace(", persist", ", !persist", StringComparison.Ordinal)}
            === child.pod.yaml
            class: Child
            extends: A
            table: child
            """);
    }

    [Fact]
    public void A_token_says_nothing_to_those_who_make_objects()
    {
        var token = GeneratorRun.ExpectMarked("class: A\ntable: a\nfields:\n  version: int, concurrencyToken\n").Project.Class("A").Fields[1];

        Assert.True(token.IsConcurrencyToken);
        Assert.Equal(("0", "1"), (token.ModelDefault?.Text, token.ColumnDefault?.Text));
    }

    [Fact]
    public void Persist_needs_a_table() => GeneratorRun.ExpectMarked("class: A\nfields:\n  b: string, ⟦POD1133⟧!persist\n");

    [Fact]
    public void An_exception_takes_no_storage_options() => GeneratorRun.ExpectMarked("exception: A\nfields:\n  b: string, ⟦POD1040⟧column=c\n  d: string, ⟦POD1120⟧colum=c\n");

    [Fact]
    public void The_bare_word_int_has_64_bits_in_the_other_dialect()
    {
        var result = GeneratorRun.ExpectMarked("""
            === a.pod.yaml
            class: A
            fields:
              n: int
            === b.spy.yaml
            class: B
            fields:
              n: int
            """);

        Assert.Equal(["int", "long"], result.Project.Classes.Select(static model => model.Fields[0].Type.ToString()));
    }
}
