using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis;

/// <summary>Reads <c>serializationDataType</c> of classes and fields. The field's word goes before that of its class, and that before the project's.</summary>
internal sealed class JsonDataTypes(DiagnosticBag diagnostics)
{
    private readonly OptionReader _options = new(diagnostics);

    public void Read(ObjectDraft model)
    {
        foreach (var field in model.Fields)
        {
            var option = field.Syntax!.Find(Keywords.SerializationDataType);
            if (option is not null && !field.Type.IsStructured)
            {
                diagnostics.Add(FieldDiagnostics.NotJson(option.Span, field.Name, field.Type.ToString()));
            }
            else
            {
                field.JsonDataType = _options.Word(option, Keywords.JsonDataTypes);
            }
        }

        if (_options.Text(model.Syntax.Keys, Keywords.SerializationDataType) is { } text)
        {
            model.JsonDataType = _options.Word(TextSlice.Of(text), Keywords.SerializationDataType, Keywords.JsonDataTypes);
            Settle(model, model.JsonDataType);
        }
    }

    /// <summary>Gives the fields that they and their parents left open the word of the class that stores them, else that of the project.</summary>
    public static void Settle(ObjectDraft model, bool isPlainJson) => Settle(model, model.JsonDataType ?? (isPlainJson ? Keywords.PlainJson : null));

    private static void Settle(ObjectDraft model, string? word)
    {
        foreach (var field in model.Fields.Where(static field => field.Type.IsStructured))
        {
            field.JsonDataType ??= word;
        }
    }
}
