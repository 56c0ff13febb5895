using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the codec of a record or exception: how its members become JSON and come back.</summary>
internal sealed class JsonEmitter(
    CSharpWriter writer, ObjectDefinition model, IReadOnlyList<FieldDefinition> members, ModelHierarchy hierarchy)
{
    /// <summary>Writes one static codec per member whose codec is made of several.</summary>
    public void EmitCodecFields()
    {
        foreach (var field in members.Where(static field => HasCodecField(field.Type)))
        {
            writer.Line($"private static readonly JsonCodec<{CSharpTypeName.WithoutNull(field.Type)}> {CodecField(field)} = {CodecExpression.WithoutNull(field.Type)};");
        }

        writer.Separate();
    }

    /// <summary>Writes the explicit members of <c>IPodModel</c>. Each child implements them anew, so the runtime type decides.</summary>
    /// <param name="deepCopy">What copies the object; null where no object can be made.</param>
    public void EmitModelMembers(string? deepCopy)
    {
        writer.Line($"static string IPodModel<{model.Name}>.TypeWireName => \"{model.WireName}\";").Separate();
        writer.Line($"string IPodModel.WireName => \"{model.WireName}\";").Separate();
        if (deepCopy is not null)
        {
            writer.Line($"IPodModel IPodModel.DeepCopy() => {deepCopy};").Separate();
        }

        writer.Block("void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience)", () =>
        {
            foreach (var field in members)
            {
                EmitWrite(field);
            }
        }).Separate();
    }

    /// <summary>Writes the static <c>ReadJson</c>.</summary>
    public void EmitReadJson()
    {
        writer.Lines(XmlDocumentation.Summary(null, "Reads an object from JSON; the reader stands on its first token, and on its last one afterwards. Hidden members are read from everybody but clients."))
            .Block($"public static {(model.Extends is null ? "" : "new ")}{model.Name} ReadJson(ref Utf8JsonReader reader, JsonAudience audience)", () =>
            {
                EmitDescendants();
                if (model.IsSealed)
                {
                    return;
                }

                foreach (var field in members)
                {
                    writer.Line($"{CSharpTypeName.WithoutNull(field.Type)}? {CSharpIdentifier.Local(field.MemberName)} = {InitialValue(field)};");
                }

                writer.Line($"PodJson.BeginObject(ref reader, \"{model.Name}\");")
                    .Block("while (PodJson.NextProperty(ref reader))", EmitProperties)
                    .Line()
                    .Block($"return new {model.Name}", () => writer.Lines(members.Select(field => $"{field.MemberName} = {ReadValue(field)},")), "};");
            }).Separate();
    }

    // Objects of a child travel under the child's name.
    private void EmitDescendants()
    {
        var descendants = hierarchy.ConcreteDescendants(model);
        if (descendants.Count == 0 && !model.IsSealed)
        {
            return;
        }

        writer.Block("switch (PodJson.PeekClassName(ref reader))", () =>
        {
            foreach (var child in descendants)
            {
                // Clients cannot name what they do not know.
                var guard = child.IsServerOnly && !model.IsServerOnly ? " when audience == JsonAudience.Everything" : "";
                writer.Line($"case \"{child.WireName}\"{guard}:").Indented(() => writer.Line($"return {child.Name}.ReadJson(ref reader, audience);"));
            }

            if (model.IsSealed)
            {
                writer.Line("case var unknown:").Indented(() => writer.Line(
                    $"throw PodJson.UnknownSubtype(ref reader, \"{model.WireName}\", unknown, [{string.Join(", ", descendants.Select(static child => $"\"{child.WireName}\""))}]);"));
            }
        });
        writer.Separate();
    }

    /// <summary>Gives the name of a member's codec.</summary>
    private string Codec(FieldDefinition field) => HasCodecField(field.Type) ? CodecField(field) : CodecExpression.WithoutNull(field.Type);

    private static bool HasCodecField(TypeReference type) => type.IsCollection || type.Kind == TypeKind.Record;

    private string CodecField(FieldDefinition field) => PrivateName.Of(field, "Codec", members);

    private void EmitWrite(FieldDefinition field)
    {
        var method = !field.Type.IsNullable ? "WriteMember" : field.ModelDefault is null ? "WriteOptionalMember" : "WriteNullableMember";
        var statement = $"{Codec(field)}.{method}(writer, \"{field.JsonKey}\"u8, {field.MemberName}, audience);";
        var condition = Condition(field);
        if (condition is null)
        {
            writer.Line(statement);
        }
        else
        {
            writer.Block($"if ({condition})", () => writer.Line(statement)).Separate();
        }
    }

    private static string? Condition(FieldDefinition field) => field switch
    {
        { IsId: true, IsStored: true, Type.Kind: TypeKind.Guid } => $"{field.MemberName} != Guid.Empty",
        { IsId: true, IsStored: true } => $"{field.MemberName} != 0",
        { IsVisible: false } => "audience == JsonAudience.Everything",
        _ => null,
    };

    private void EmitProperties()
    {
        var keyword = "if";
        foreach (var field in members)
        {
            // What a client sends for a hidden member falls through to the unknown ones.
            var guard = field.IsVisible ? "" : "audience == JsonAudience.Everything && ";
            writer.Block($"{keyword} ({guard}reader.ValueTextEquals(\"{field.JsonKey}\"u8))",
                () => writer.Line($"{CSharpIdentifier.Local(field.MemberName)} = {Codec(field)}.ReadMember(ref reader, audience);"));
            keyword = "else if";
        }

        if (keyword == "if")
        {
            writer.Line("PodJson.Skip(ref reader);");
        }
        else
        {
            writer.Block("else", () => writer.Line("PodJson.Skip(ref reader);"));
        }
    }

    // A missing member reads as its default; a nullable one may also be null although it has a default.
    private static string InitialValue(FieldDefinition field) =>
        field is { Type.IsNullable: true, ModelDefault: not null } ? DefaultExpression.Of(field) : "null";

    private string ReadValue(FieldDefinition field)
    {
        var local = CSharpIdentifier.Local(field.MemberName);
        return field switch
        {
            { Type.IsNullable: true } => local,
            { ModelDefault: not null } => $"{local} ?? {DefaultExpression.Of(field)}",
            { IsId: true, IsStored: true } => $"{local} ?? default",
            _ => $"{local} ?? throw PodJson.Missing(ref reader, \"{model.Name}\", \"{field.JsonKey}\")",
        };
    }
}
