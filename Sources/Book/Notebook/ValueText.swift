// Values as readers expect to see them. Swift prints most of them well; it does not for optionals ("Optional(3)"), for
// dictionaries and sets (in another order in every run), and for arrays of tensors, which fill several lines each.

import Foundation

/// The text of a value.
func valueText(_ value: Any) -> String {
    if let array = value as? [Any] { return arrayText(array) }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { valueText($0.value) } ?? "nil"
    case .set: return "[" + mirror.children.map { elementText($0.value) }.sorted().joined(separator: ", ") + "]"
    case .dictionary: return dictionaryText(mirror)
    default: return String(describing: value)
    }
}

/// On one line if every element fits on one; of a long array only the two ends.
private func arrayText(_ array: [Any]) -> String {
    if array.count > 100 {
        let (head, tail) = (array.prefix(5).map(elementText), array.suffix(3).map(elementText))
        return "[" + (head + ["…"] + tail).joined(separator: ", ") + "] (\(array.count) elements)"
    }
    let texts = array.map(elementText)
    let isTall = texts.contains { $0.contains("\n") }
    return isTall ? texts.joined(separator: "\n") : "[" + texts.joined(separator: ", ") + "]"
}

/// By key; numbers by their size.
private func dictionaryText(_ mirror: Mirror) -> String {
    let pairs = mirror.children.compactMap { child -> (key: Any, value: Any)? in
        let parts = Array(Mirror(reflecting: child.value).children)
        return parts.count == 2 ? (parts[0].value, parts[1].value) : nil
    }
    let texts = pairs.map { (elementText($0.key), elementText($0.value)) }
        .sorted { $0.0.compare($1.0, options: .numeric) == .orderedAscending }
    return texts.isEmpty ? "[:]" : "[" + texts.map { "\($0): \($1)" }.joined(separator: ", ") + "]"
}

/// A value inside another: texts in quotes.
private func elementText(_ value: Any) -> String {
    (value as? String).map { String(reflecting: $0) } ?? valueText(value)
}
