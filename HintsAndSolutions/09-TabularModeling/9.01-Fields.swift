// Nudge: Read the line one character after the other. What must be remembered to know whether a comma ends a field?
// Idea: One truth value, whether you are inside of quotation marks. A quotation mark changes it; inside, one that is
//   followed by another is text, and both are passed over.
// Almost: With `let characters = Array(line)` and a place: inside, `"` followed by `"` adds one to the field and moves
//   on by two, a single `"` ends the inside; outside, `"` begins it, and a comma puts the field into the list. At the
//   end, the last field goes into the list as well.

public func fields(of line: String) throws -> [String] {
    let characters = Array(line)
    var (fields, field, isInside, place) = ([String](), "", false, 0)
    while place < characters.count {
        let character = characters[place]
        if isInside, character == "\"", place + 1 < characters.count, characters[place + 1] == "\"" {
            field.append("\"")
            place += 1
        } else if character == "\"" {
            isInside.toggle()
        } else if character == ",", !isInside {
            fields.append(field)
            field = ""
        } else {
            field.append(character)
        }
        place += 1
    }
    return fields + [field]
}
