// What the checks of this book's answers need beyond plain comparisons: derivatives, and the question behind a crash.

import Common
import Foundation
import Practice
import Tensors
import Testing

@testable import Board

@Suite struct `A derivative by hand` {
    let x = Tensor([[1, -2], [0.5, 3]])

    func message(_ gradient: Tensor) -> String {
        let error = #expect(throws: WrongAnswer.self) {
            try expectGradient(Found("squareGradient(x)", gradient), of: "x", at: x) { $0.squared().sum() }
        }
        return error?.description ?? "no error"
    }

    @Test func `is right when finite differences say so`() throws {
        try expectGradient(Found("f", 2 * x), of: "x", at: x) { $0.squared().sum() }
        try expectGradient(Found("f", .zeros(2, 2)), of: "x", at: x) { _ in Tensor(7) }
        try expectGradient(Found("f", 1000 * x.cos()), of: "x", at: x) { 1000 * $0.sin().sum() }
    }

    @Test func `that is wrong says which input, which index, what was expected and found`() {
        var wrong = 2 * x
        wrong[1, 0] = Tensor(-1)
        let lines = message(wrong).split(separator: "\n")
        #expect(lines.first == "squareGradient(x), gradient of x against finite differences")
        #expect(lines.last?.hasPrefix("  1 of 4 values differ, most at index [1, 0] of x: expected 1.0") == true)
        #expect(lines.last?.hasSuffix("found -1.0") == true)
    }

    @Test func `is not found right for a wrong shape, a missing factor or NaN`() {
        #expect(message(2 * x[0]).contains("expected  shape [2, 2]\n  found     shape [2]"))
        #expect(message(x).contains("4 of 4 values differ, most at index [1, 1] of x"))
        #expect(message(x / 0).contains("4 of 4 values differ"))
        #expect(message(-(x * .nan)).contains("found nan") && !message(-(x * .nan)).contains("-nan"))
    }
}

@Suite struct `A crashed answer` {
    func report(_ errors: String, _ signal: Int32? = nil) -> CrashReport {
        CrashReport(errors, signal: signal, root: root)
    }
    func words(_ errors: String) -> String? { report(errors).words }

    @Test func `says what it was asked, though a stack was printed in between`() {
        let errors = "Fatal error: Division by zero\nCurrent stack trace:\n0  libswiftCore\n  asked: f(0)\n"
        #expect(words(errors) == "Fatal error: Division by zero\n  asked: f(0)")
    }

    @Test func `says the innermost line of the reader's, and nothing of the runtime's`() {
        let errors = """
            Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
              asked: f(0)
            *** Program crashed: Illegal instruction at 0x00007f
            0 0x00007f in _assertionFailure at /home/build/swift/AssertCommon.swift:42:1
            1 0x00007f in relu at \(root.path)/Sources/Engine/Tensors/Tensor.swift:42:1
            2 [ra] 0x0000 in f(_:) in Checks04 at \(root.path)/Tests/Practice/ExercisesTests/Order.swift:12:5
            3 [ra] 0x0000 in g(_:) in Checks04 at \(root.path)/Tests/Practice/ExercisesTests/Project.swift:7:5
            """
        #expect(
            words(errors) == """
                Fatal error: Index out of range
                  in Tests/Practice/ExercisesTests/Order.swift:12
                  asked: f(0)
                """)
    }

    @Test func `says it after the engine's own advice`() {
        #expect(words("T.swift:1: a + b\n  try: c\n  asked: f()\n") == "T.swift:1: a + b\n  try: c\n  asked: f()")
        #expect(words("T.swift:1: a + b\n") == "T.swift:1: a + b")
        #expect(words("") == nil)
    }

    @Test func `says what a signal means when the runtime said nothing`() {
        let head = "mine\n\n*** Signal 4: Backtracing from 0x5 ... done ***\n\nPlatform: x86_64 Linux (Debian)\n"
        let overflow = report(head + "0 0x00 f + 1 in Checks04 at \(root.path)/Package.swift:4:1\n", SIGILL)
        #expect(overflow.words?.hasPrefix("stopped by signal 4: a number too large for its type, an index") == true)
        #expect(overflow.words?.hasSuffix("\n  in Package.swift:4") == true && overflow.printed == "mine\n")
        let frame = "130890 [ra] 0x00005570df9fd80d deep(_:) + 76 in Checks04 at /nowhere/crash.swift:2:44\n"
        let deep = report("*** Signal 11: …\n" + String(repeating: frame, count: 9), SIGSEGV).words
        #expect(deep == "stopped by signal 11: endless recursion? deep(_:) calls itself again and again")
        #expect(report("*** Signal 11: …\n", SIGSEGV).words?.contains("endless recursion, or") == true)
    }

    @Test func `keeps the runtime's message apart from what the answer wrote before`() {
        let fatal = "Swift/Array.swift:6: Fatal error: Index out of range"
        let crash = report("mine\n  more\nunended\(fatal)\n  asked: f()\n", SIGILL)
        #expect(crash.words == "Fatal error: Index out of range\n  asked: f()")
        #expect(crash.printed == "mine\n  more\nunended")
        let stop = report("mine\nT.swift:1: a + b\n  try: c\n  asked: f()\n")
        #expect(stop.words == "T.swift:1: a + b\n  try: c\n  asked: f()" && stop.printed == "mine\n")
    }

    @Test func `names the reader's own file, not the copy that was compiled`() {
        let copy = ".groundup/compiling/04-Digits/4.44-A.swift:11"
        #expect(words("\(copy): a + b\n  try: \(copy)\n")?.contains("groundup") == false)
        #expect(words("\(root.path)/\(copy): a + b\n") == "\(root.path)/Exercises/04-Digits/4.44-A.swift:11: a + b")
    }
}
