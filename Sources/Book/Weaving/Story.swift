// A section is a method, for the compiler; for the reader it is a page. Its head and its closing brace are scaffolding
// and left out, and so are those of a helper that goes on with the story: where a statement does nothing but call it,
//
//     accuracyIsNoLoss(trainX, trainY, weights, bias)
//
// the helper's own prose and code are told in its place, just as they ran there. What it calls by other names is said
// in a line of its own, `let (x, y) = (trainX, trainY)`. All other helpers stay whole, below the story, under a heading.

/// The methods of an extension, told.
struct Story {
    let reader: SourceReader
    private let items: [SourceReader.Item]
    private let methods: [Method]

    /// nil when `range` is no extension with a method to tell: one without parameters that isn't private.
    init?(_ reader: SourceReader, extension range: ClosedRange<Int>) {
        let head = reader.lines[range.lowerBound].trimmed
        guard head.contains(/^(public )?extension \w+ *\{$/), range.count > 2 else { return nil }
        self.reader = reader
        items = reader.items(in: range.lowerBound + 1...range.upperBound - 1)
        methods = items.compactMap { item in
            if case .code(let range, _) = item { Method(reader, range) } else { nil }
        }
        if main == nil { return nil }
    }

    private var main: Method? { methods.first { $0.parameters.isEmpty && !$0.isPrivate } }

    /// The story, and then the helpers that stand by themselves.
    var pieces: [Piece] {
        guard let main else { return [] }
        var told: Set<Int> = [main.range.lowerBound]
        let story = tell(main, &told)
        let rest = items.filter { item in
            if case .code(let range, _) = item { !told.contains(range.lowerBound) } else { true }
        }
        let heading: [Piece] = rest.isEmpty ? [] : [.heading("Helpers")]
        let helpers: [Piece] = rest.map { item in
            switch item {
            case .prose(let range): reader.text(of: range)
            case .code(let range, let joint): .code(reader.code(range, joint == .line ? .line : .none))
            }
        }
        return story + heading + helpers
    }

    private func tell(_ method: Method, _ told: inout Set<Int>) -> [Piece] {
        var pieces: [Piece] = []
        for item in reader.items(in: method.body) {
            switch item {
            case .prose(let range): pieces.append(reader.text(of: range))
            case .code(let range, let joint):
                if let call = callOfHelper(range), !told.contains(call.method.range.lowerBound) {
                    told.insert(call.method.range.lowerBound)
                    pieces += bound(call.bindings, tell(call.method, &told))
                } else {
                    pieces.append(.code(reader.code(range, joint)))
                }
            }
        }
        return pieces
    }

    /// A helper's pieces, with the line that names its arguments before its first code.
    private func bound(_ bindings: String?, _ pieces: [Piece]) -> [Piece] {
        var pieces = pieces
        for (index, piece) in pieces.enumerated() {
            guard case .code(var code) = piece, let bindings else { continue }
            code.text = bindings + "\n" + code.text
            pieces[index] = .code(code)
            break
        }
        return pieces
    }

    /// The helper that a statement calls and does nothing else, when the helper has prose to tell and is called once.
    private func callOfHelper(_ range: ClosedRange<Int>) -> (method: Method, bindings: String?)? {
        guard range.count == 1, let call = Call(reader.lines[range.lowerBound].trimmed),
            let method = methods.first(where: { $0.name == call.name && $0.hasProse }),
            let bindings = call.bindings(to: method.parameters)
        else { return nil }
        let mentions = reader.lines.count { !$0.isProse && !$0.isReference && $0.text.contains(call.name + "(") }
        return mentions == 2 ? (method, bindings.isEmpty ? nil : bindings) : nil
    }
}
