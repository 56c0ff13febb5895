using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;
using TypeKind = Pod.Generator.Model.TypeKind;

namespace Pod.Generator.Endpoints;

/// <summary>Reads the default of an optional parameter.</summary>
internal static class ParameterDefaultReader
{
    public static ParameterDefault Read(IParameterSymbol parameter, TypeReference type, ValueList<ModelDefinition> models)
    {
        if (parameter.ExplicitDefaultValue is not { } value)
        {
            return new ParameterDefault(type.IsNullable ? "null" : "default", "null");
        }

        if (type.Kind == TypeKind.Enum)
        {
            return OfEnum(models.OfType<EnumDefinition>().First(model => model.Name == type.Name), Convert.ToInt32(value, CultureInfo.InvariantCulture));
        }

        var text = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default";
        return type.Kind switch
        {
            TypeKind.String => new ParameterDefault(text, $"\"{JsonEncodedText.Encode((string)value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""),
            TypeKind.Decimal => new ParameterDefault(text + "m", $"\"{text}\""),
            TypeKind.Single => new ParameterDefault(text + "f", text),
            TypeKind.Double => new ParameterDefault(text + "d", text),
            _ => new ParameterDefault(text, text),
        };
    }

    private static ParameterDefault OfEnum(EnumDefinition definition, int position)
    {
        if (position < 0 || position >= definition.Values.Count)
        {
            return new ParameterDefault($"({definition.Name}){position}", "null");
        }

        var value = definition.Values[position];
        return new ParameterDefault(
            $"{definition.Name}.{value.MemberName}",
            definition.IsByIndex ? position.ToString(CultureInfo.InvariantCulture) : $"\"{value.Name}\"");
    }
}
