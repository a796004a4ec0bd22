#!/usr/bin/env node
import 'reflect-metadata';
import { createProgram } from './program.ts';

await createProgram().parseAsync();
