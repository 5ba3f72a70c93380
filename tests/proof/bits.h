/* bits.h - what proofs take on trust about the bits of numbers, of which WP knows little.
   tests/proof/bits.smt2 checks each axiom for all words of 64 bits. */

#ifndef PROOF_BITS_H
#define PROOF_BITS_H

/*@ axiomatic bits {
        axiom and_most: \forall integer a, b; 0 <= b ==> 0 <= (a & b) <= b;
        axiom and_most_: \forall integer a, b; 0 <= a ==> 0 <= (a & b) <= a;
        axiom xor_8: \forall integer a, b; 0 <= a < 256 && 0 <= b < 256 ==> 0 <= (a ^ b) < 256;
        axiom or_4: \forall integer a, b; 0 <= a < 16 && 0 <= b < 16 ==> 0 <= (a | b) < 16;
        axiom or_6: \forall integer a, b; 0 <= a < 64 && 0 <= b < 64 ==> 0 <= (a | b) < 64;
        axiom or_8: \forall integer a, b; 0 <= a < 256 && 0 <= b < 256 ==> 0 <= (a | b) < 256;
        axiom or_16: \forall integer a, b; 0 <= a < 65536 && 0 <= b < 65536 ==> 0 <= (a | b) < 65536;
        axiom or_40: \forall integer a, b; 0 <= a < 0x10000000000 && 0 <= b < 0x10000000000
            ==> 0 <= (a | b) < 0x10000000000;
        axiom times_4: \forall integer a; 0 <= a ==> (a << 2) == 4 * a;
        axiom times_16: \forall integer a; 0 <= a ==> (a << 4) == 16 * a;
        axiom byte_left: \forall integer a, n; 0 <= a < 256 && 0 <= n <= 32
            ==> 0 <= (a << n) < 0x10000000000;
        axiom shift_left: \forall integer a, n; 0 <= a < 65536 && 0 <= n < 16
            ==> 0 <= (a << n) <= 0x7FFFFFFF;
        axiom right: \forall integer a, n; 0 <= a && 0 <= n ==> 0 <= (a >> n) <= a;
        axiom high_byte: \forall unsigned int a; (unsigned int)(a >> 24) < 256;
        axiom high_6: \forall unsigned char a; (int)(a >> 2) < 64;
        axiom high_4: \forall unsigned char a; (int)(a >> 4) < 16;
        axiom high_2: \forall unsigned char a; (int)(a >> 6) < 4;
        axiom first_5: \forall unsigned int a; a < 1024 ==> (unsigned int)(a >> 5) < 32;
        axiom first_10: \forall uint64_t a; a < 0x10000000000 ==> (uint64_t)(a >> 30) < 1024;
        axiom low_half: \forall integer a; 0 <= a < 256 && (a & 0x80) == 0 ==> a < 128;
        axiom twice: \forall integer a; 0 <= a ==> (a << 1) == 2 * a;
        axiom power: \forall integer n; 0 <= n < 7 ==> 1 <= (1 << n) <= 64;
    } */

#endif
