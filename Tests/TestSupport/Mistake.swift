// What a reader may get wrong, and what the engine should say about it.
//
// A mistake stops the program, so each is made in a process of its own, by an exit test:
//
//     @Test(arguments: mistakes.indices)
//     func `a mistake is explained in a few lines`(_ number: Int) async throws {
//         let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
//             [number = number as Int] in mistakes[number].make()
//         }
//         mistakes[number].expectExplained(by: result)
//     }

import Testing

/// Code that must stop the program, and what the message must say.
public struct Mistake: Sendable {
    let place: String
    let words: [String]
    public let make: @Sendable () -> Void

    /// - Parameters:
    ///   - words: what the message must contain, the operation and the shapes above all.
    ///   - make: the mistake. It must begin on the same line as this call.
    public init(
        _ words: String..., file: String = #filePath, line: Int = #line, make: @escaping @Sendable () -> Void
    ) {
        place = "\(file.split(separator: "/").last!):\(line)"
        (self.words, self.make) = (words, make)
    }

    /// Expects a message of one to six lines (a broadcasting mistake comes with a picture) with this file and line
    /// and all the words.
    public func expectExplained(by result: ExitTest.Result?, sourceLocation: SourceLocation = #_sourceLocation) {
        let message = TestSupport.message(of: result)
        for word in [place] + words {
            #expect(message.contains(word), sourceLocation: sourceLocation)
        }
        let lines = message.split(separator: "\n").count
        #expect((1...6).contains(lines), "\(message)", sourceLocation: sourceLocation)
    }
}

/// What a program that was stopped wrote to standard error.
public func message(of result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
}
