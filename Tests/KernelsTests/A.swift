import Testing
import TestSupport
@testable import Kernels
@Suite struct A { @Test func `x y`() async { foo(1)
 let v = 7
 let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) { [v = v as Int] in print(v, "hello") }
 print(String(decoding: result!.standardOutputContent, as: UTF8.self))
} }
