// "Build it, then use it": chapters write by hand what the engine has, too, and set theirs beside it. The ledger says
// where, and which chapters use the engine's. It is read from the pages, whether they are woven or not, so nobody keeps
// it up to date: a page stands in it because it declares something by a name of the engine's, or speaks of "the
// engine's `Conv2d`".

import Common

/// What chapters build by hand, and where the engine's own is used.
struct Ledger {
    /// A page on which something is built, or set beside the engine's.
    struct Place: Equatable {
        let chapter: Int
        /// "4.14", or "4.14b" for the second page of a section; the chapter's number alone for a page that sections
        /// share.
        let label: String
        /// The page's article; nil for a page that has none of its own.
        let article: String?
    }

    /// Something of the engine's.
    struct Row: Equatable {
        let name: String
        /// Where its documentation is; nil if it has none under this name alone.
        let link: String?
        let places: [Place]
        /// The chapters whose code uses it.
        let users: [Int]
    }

    /// In the order in which the chapters build them.
    let rows: [Row]

    init(_ sources: [ChapterSource], symbols: SymbolIndex) {
        var names: [String] = []
        var places: [String: [Place]] = [:]
        var makers: [String: Set<Int>] = [:]
        for source in sources {
            for (place, page) in source.places {
                let declared = page.declarations.filter { isBuilt($0, symbols[$0], by: page) }
                for name in declared { makers[name, default: []].insert(source.number) }
                for name in declared + page.namesOfTheEngine where places[name]?.contains(place) != true {
                    if places[name] == nil { names.append(name) }
                    places[name, default: []].append(place)
                }
            }
        }
        let used = sources.map { ($0.number, $0.usedNames) }
        rows = names.map { name in
            let users = used.filter { $0.1.contains(name) && makers[name]?.contains($0.0) != true }.map(\.0)
            return Row(name: name, link: symbols[name], places: places[name]!, users: users)
        }
    }
}

/// The modules whose things chapters build by hand.
private let modules = ["Tensors", "Layers", "Training", "Vision", "Tabular", "Text"]

/// Whether a page that declares `name` builds what the engine has at `link`. Types are seldom called the same by
/// chance, nor are operations of tensors and losses; other functions are, and so are those of plain numbers.
private func isBuilt(_ name: String, _ link: String?, by page: SourcePage) -> Bool {
    let module = link?.split(separator: "/").first.map(String.init) ?? ""
    if !modules.contains(module) { return false }
    if name.first?.isUppercase == true { return true }
    return ["Tensors", "Training"].contains(module) && page.hasFunctionOfTensors(name)
}

/// Names that are Swift's own, too, so that code which has them says nothing of the engine.
private let swiftsOwn: Set = ["joined"]

extension ChapterSource {
    /// The chapter's pages in their order, each with what the ledger calls it.
    fileprivate var places: [(Ledger.Place, SourcePage)] {
        let sections = sections.map { section in
            let letter = section.page.file.drop { $0.isNumber }.prefix { $0.isLowercase && $0.isLetter }
            return (
                Ledger.Place(
                    chapter: number, label: "\(number).\(section.number)\(letter)", article: articleName(section)),
                section.page
            )
        }
        return sections + shared.map { (Ledger.Place(chapter: number, label: "\(number)", article: nil), $0) }
    }

    /// What the code of the chapter's pages names: types, and functions that are called or passed on.
    fileprivate var usedNames: Set<String> {
        (sections.map(\.page) + shared).flatMap(\.pieces).reduce(into: []) { names, piece in
            if case .code(let code) = piece { names.formUnion(identifiers(in: code.text)) }
        }
    }
}

extension SourcePage {
    /// The names in "the engine's `Conv2d`", in prose and in what is shown.
    var namesOfTheEngine: [String] {
        let texts = pieces.map { piece in
            switch piece {
            case .heading(let text), .prose(let text): text
            case .code(let code): code.text
            }
        }
        let text = texts.joined(separator: "\n\n").replacing("\n", with: " ")
        return text.matches(of: #/[Ee]ngine's (?:own )?`(\w+)/#).map { String($0.output.1) }
            .filter { !swiftsOwn.contains($0) }
    }

    /// Whether the head of a function of this name says something of tensors.
    fileprivate func hasFunctionOfTensors(_ name: String) -> Bool {
        pieces.contains { piece in
            guard case .code(let code) = piece else { return false }
            let head = code.text.prefix { $0 != "{" }
            return head.contains("func \(name)(") && head.contains("Tensor")
        }
    }
}

private let declaring: Set = ["func", "let", "var", "case", "class", "struct", "enum", "protocol"]

/// The types that code names and the functions that it calls, without what stands in strings and comments. A name that
/// is only declared there, or is the label of an argument, is no use of it.
func identifiers(in code: String) -> Set<String> {
    var names: Set<String> = []
    let bytes = Array(code.utf8)
    var (index, isString, before) = (0, false, "")
    func isWord(_ byte: UInt8) -> Bool {
        let sign = Character(Unicode.Scalar(byte))
        return byte > 127 || sign == "_" || sign.isLetter || sign.isNumber
    }
    while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\"), isString { index += 2; continue }
        if byte == UInt8(ascii: "\"") { isString.toggle() }
        if !isString, bytes[index...].starts(with: "//".utf8) {
            index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        } else if !isString, isWord(byte) {
            let end = bytes[index...].firstIndex { !isWord($0) } ?? bytes.count
            let word = String(decoding: bytes[index..<end], as: UTF8.self)
            let next = end < bytes.count ? Character(Unicode.Scalar(bytes[end])) : " "
            let isUse = word.first?.isUppercase == true ? next != ":" : next == "("
            if isUse, !declaring.contains(before) { names.insert(word) }
            (before, index) = (word, end)
        } else {
            index += 1
        }
    }
    return names
}

// MARK: On the page

extension Ledger {
    /// A table with links to the pages that are woven.
    func markdown(woven: Set<String>) -> String {
        let lines = rows.map { row in
            let name = row.link.map { "[`\(row.name)`](<doc:\($0)>)" } ?? "`\(row.name)`"
            let places = row.places.map { place in
                guard let article = place.article, woven.contains(article) else { return place.label }
                return "[\(place.label)](<doc:\(article)>)"
            }
            let users = ranges(row.users)
            return "| \(name) | \(places.joined(separator: ", ")) | \(users.isEmpty ? "–" : users) |"
        }
        return (["| the engine's | by hand in section | used in chapter |", "| :-- | :-- | :-- |"] + lines)
            .joined(separator: "\n")
    }
}

/// "1, 4–7, 9": three and more in a row are put together.
func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
        if let last = runs.last, last.upperBound == number - 1 {
            runs[runs.count - 1] = last.lowerBound...number
        } else {
            runs.append(number...number)
        }
    }
    return runs.flatMap { $0.count > 2 ? ["\($0.lowerBound)–\($0.upperBound)"] : $0.map(String.init) }
        .joined(separator: ", ")
}
