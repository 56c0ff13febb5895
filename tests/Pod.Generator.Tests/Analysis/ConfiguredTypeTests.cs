using Pod.Generator.Model;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Analysis;

/// <summary>Custom types, names with a prefix, and the project's own column type: what <c>pod.json</c> has a say in.</summary>
public sealed class ConfiguredTypeTests
{
    private const string Written = "package:shop/colors.dart:Color";

    private static readonly CustomTypes Types = CustomTypes.Create(new Dictionary<string, string>
    {
        ["Money"] = "Shop.Money",
        [Written] = "Shop.Painting.Colour",
    });

    [Theory]
    [InlineData("Money", "Money", "Shop.Money")]
    [InlineData("Money?", "Money?", "Shop.Money")]
    [InlineData(Written, "Colour", "Shop.Painting.Colour")]
    [InlineData("Color?", "Colour?", "Shop.Painting.Colour")]
    public void A_custom_type_is_found_by_its_text_and_by_its_bare_name(string written, string type, string csharp)
    {
        var result = GeneratorRun.ExpectMarked($"class: Row\ntable: row\nfields:\n  a: {written}\n  b: List<{written}>\n", Configure);

        var field = result.Project.Class("Row").Fields[1];
        Assert.Equal((TypeKind.Custom, type, csharp), (field.Type.Kind, field.Type.ToString(), field.Type.CSharpType));
        Assert.Equal(["bigint", "jsonb", "jsonb"], result.Schema.Tables[0].Columns.Select(static column => column.Type));
    }

    [Theory]
    [InlineData("a: ⟦POD1112⟧package:shop/size.dart:Size")]
    [InlineData("a: List<⟦POD1112⟧project:shop:Size?>")]
    [InlineData("a: ⟦POD1108⟧module:billing:Invoice?")]
    [InlineData("a: Map<string, ⟦POD1108⟧module:billing:Invoice>")]
    [InlineData("a: ⟦POD1102⟧pod:User")]
    [InlineData("a: ⟦POD1102⟧serverpod:User?")]
    [InlineData("a: ⟦POD1102⟧planet:User")]
    [InlineData("a: ⟦POD1102⟧Monney")]
    [InlineData("a: ⟦POD1104⟧Money<int>")]
    [InlineData("a: Money, ⟦POD1160⟧default=3")]
    public void Types_that_cannot_be(string field) => GeneratorRun.ExpectMarked($"class: Row\nfields:\n  {field}\n", Configure);

    [Theory]
    [InlineData("module:billing:Invoice", "the module 'billing'")]
    [InlineData("pod:User", "Pod itself")]
    [InlineData("package:shop/animal.dart:Animal", "'package:shop/animal.dart'")]
    public void A_parent_belongs_to_this_project(string parent, string owner)
    {
        var result = GeneratorRun.ExpectMarked($"class: Row\nextends: ⟦POD1031⟧{parent}\nfields:\n  a: int\n", Configure);

        Assert.Contains(owner, result.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Money")]
    [InlineData("Color")]
    [InlineData("Colour")]
    public void A_model_cannot_have_a_custom_types_name(string name) =>
        GeneratorRun.ExpectMarked($"class: ⟦POD1016⟧{name}\nfields:\n  a: int\n", Configure);

    [Theory]
    [InlineData("Money=shop money", "'shop money' is no C# type")]
    [InlineData("Money=", "'' is no C# type")]
    [InlineData("my-money=Shop.Money", "'my-money' is no name")]
    [InlineData("package:shop:=Shop.Money", "'package:shop:' is no name")]
    [InlineData("Vector=Shop.Vector", "'Vector' is a built-in type")]
    [InlineData("Money=Shop.Money;project:Money=Other.Cash", "'Shop.Money' and 'Other.Cash' have one name")]
    [InlineData("Money=Shop.Money;Cash=Other.Money", "'Shop.Money' and 'Other.Money' have one name")]
    public void Custom_types_that_cannot_be(string types, string reason)
    {
        var failure = Assert.Throws<FormatException>(() => CustomTypes.Create(
            types.Split(';').Select(static type => type.Split('=')).Select(static parts => KeyValuePair.Create(parts[0], parts[1]))));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_take_and_give_custom_types()
    {
        var result = GeneratorRun.ExpectMarked("""
            === Prices.cs
            namespace Shop { public readonly record struct Money(decimal Amount); }
            namespace Shop.Painting { public sealed record Colour(int Value); }
            namespace Sample.Server
            {
                using Shop;
                using Shop.Painting;
                public class PriceEndpoint : Endpoint
                {
                    public Task<Money?> Get(Session session, Colour? color, List<Money> all) => null!;
                }
            }
            """, Configure);

        var method = result.Project.Endpoints.Single().Methods.Single();
        Assert.Equal("Money?", method.Result!.ToString());
        Assert.Equal(["Colour?", "List<Money>"], method.Parameters.Select(static parameter => parameter.Type.ToString()));
    }

    [Fact]
    public void Another_list_of_custom_types_counts_at_once()
    {
        var session = new GenerationSession();
        var input = GeneratorRun.Input(MarkedSources.Parse("""
            === Prices.cs
            namespace Shop { public readonly record struct Money(decimal Amount); }
            namespace Sample.Server
            {
                public class PriceEndpoint : Endpoint { public Task<Shop.Money> Get(Session session) => null!; }
            }
            """).Files);

        Assert.False(session.Generate(input).Succeeded);
        Assert.True(session.Generate(Configure(input)).Succeeded);
    }

    [Theory]
    [InlineData("", "", true, "json")]
    [InlineData("", "", false, "jsonb")]
    [InlineData("serializationDataType: jsonb\n", "", true, "jsonb")]
    [InlineData("serializationDataType: json\n", "", false, "json")]
    [InlineData("serializationDataType: jsonb\n", ", serializationDataType=json", true, "json")]
    [InlineData("", ", serializationDataType=jsonb", true, "jsonb")]
    public void The_nearest_word_decides_a_column_type(string ofClass, string ofField, bool isProjectPlain, string type)
    {
        var result = GeneratorRun.ExpectMarked(
            $"class: Row\ntable: row\n{ofClass}fields:\n  a: List<int>{ofField}\n  b: int\n", input => input with { StoresPlainJson = isProjectPlain });

        Assert.Equal(["bigint", type, "integer"], result.Schema.Tables[0].Columns.Select(static column => column.Type));
    }

    [Fact]
    public void A_table_less_parents_word_does_not_reach_past_the_class_that_stores()
    {
        var result = GeneratorRun.ExpectMarked("""
            === base.pod.yaml
            class: Base
            fields:
              a: List<int>
            === row.pod.yaml
            class: Row
            extends: Base
            table: row
            serializationDataType: jsonb
            fields:
              b: List<int>
            """, static input => input with { StoresPlainJson = true });

        Assert.Equal(["bigint", "jsonb", "jsonb"], result.Schema.Tables[0].Columns.Select(static column => column.Type));
    }

    private static GenerationInput Configure(GenerationInput input) => input with { CustomTypes = Types };
}
