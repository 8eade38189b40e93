import Testing
@testable import Tensors
@Suite struct A { @Test func `x y`() { } 
@Test func `stops`() async { let r = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = Tensor.zeros(2) + Tensor.zeros(3) }
 print(String(decoding: r!.standardErrorContent, as: UTF8.self))
} }
