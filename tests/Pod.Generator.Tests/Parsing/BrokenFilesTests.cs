using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Parsing;

public sealed class BrokenFilesTests
{
    [Fact]
    public void A_tab_is_named_where_it_stands() => GeneratorRun.ExpectMarked("class: Todo\nfields:\n⟦POD1006⟧\tname: string\n");

    [Fact]
    public void Errors_of_all_files_come_together() => GeneratorRun.ExpectMarked("""
        === a.pod.yaml
        class: A
        fields:
          first: ⟦POD1102⟧strng
          second: List<⟦POD1102⟧Persn>
        === b.pod.yaml
        class: B
        ⟦POD1004⟧feilds:
          first: string
        """);

    [Fact]
    public void A_type_whose_file_is_broken_still_exists_as_a_name() => GeneratorRun.ExpectMarked("""
        === a.pod.yaml
        class: A
        fields:
          b: B
        === b.pod.yaml
        class: B
        fields: {
        ⟦POD1006⟧
        """);

    [Theory]
    [InlineData("⟦POD1003⟧")]
    [InlineData("⟦POD1003⟧- a\n- b")]
    [InlineData("⟦POD1003⟧just a text")]
    [InlineData("⟦POD1001⟧fields:\n  a: string")]
    [InlineData("class: A\n⟦POD1002⟧enum: A")]
    [InlineData("class: Row\nfields:\n  a: string\n  ⟦POD1007⟧a: string")]
    [InlineData("class: A\n⟦POD1005⟧fields:")]
    [InlineData("class:⟦POD1005⟧")]
    [InlineData("class: A\nfields: ⟦POD1003⟧a")]
    [InlineData("class: ⟦POD1011⟧[A]")]
    [InlineData("class: A\nserverOnly: ⟦POD1010⟧maybe")]
    public void Broken_documents_are_located(string text) => GeneratorRun.ExpectMarked("=== model.pod.yaml\n" + text);

    [Fact]
    public void A_message_suggests_the_nearest_word()
    {
        var result = GeneratorRun.Of("class: A\nfeilds:\n  a: strng\n");

        Assert.Contains("Did you mean 'fields'?", result.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_prints_in_the_form_of_compilers()
    {
        var result = GeneratorRun.Of("class: A\nfields:\n  a: strng\n");

        Assert.StartsWith("model.pod.yaml(3,6): error POD1102: ", result.Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_generated_from_files_with_errors() => Assert.Empty(GeneratorRun.Of("class: A\nfields:\n  a: strng\n").Files);
}
