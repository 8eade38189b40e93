// Nudge: Three steps, each a line or two. Which operators of Swift let a number overflow?
// Idea: `name.lastIndex(of: ".")` finds the dot; `utf8` gives the bytes; `&*` multiplies a `UInt64` and drops what
//   overflows.
// Almost: `let dot = name.lastIndex(of: ".")`; the stem is `name[..<dot]` if there is a dot that is not at
//   `startIndex`. Then `stem.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211
//   }`, and `% 100 < percent` (a negative percent lets nothing in).

public func isJudgedBy(_ name: String, percent: Int) throws -> Bool {
    var stem = Substring(name)
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { stem = name[..<dot] }
    let hash = stem.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return Int(hash % 100) < percent
}
