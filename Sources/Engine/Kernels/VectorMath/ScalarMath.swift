// The few elementwise functions that come from the C library, one number at a time.

import Foundation

@inline(__always) func sine(_ x: Float) -> Float { Foundation.sin(x) }
@inline(__always) func cosine(_ x: Float) -> Float { Foundation.cos(x) }
@inline(__always) func power(_ x: Float, _ y: Float) -> Float { Foundation.pow(x, y) }
@inline(__always) func logarithm(_ x: Float) -> Float { Foundation.log(x) }
